import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act } from '../farm/agent.ts'
import { bear } from '../farm/birth.ts'
import { starters } from '../farm/creating.ts'
import { logJob } from '../farm/errands.ts'
import { scenarios } from '../farm/scenarios.ts'
import { noon } from '../farm/testCaller.ts'
import { builderMatches, likelyStarts, whyNoJob } from './newWork.ts'

describe('what new work likely starts', () => {
  const world = bear(scenarios.calm, 1, noon)
  const names = [...world.catalogue.byName.keys()].filter((name) => name.includes('mozilla-central'))

  it.each([
    ['newBuild', false],
    ['newPgoBuild', true],
  ] as const)('%s: what the farm then starts', (work, pgo) => {
    const started = starters(world, 'mozilla-central', pgo).map(({ name }) => name)
    expect(started.length).toBeGreaterThan(0)
    expect(likelyStarts(work, names)).toEqual(started.filter((name) => names.includes(name)).toSorted())
  })

  it('newNightly: what the farm then starts, in whatever order it lists it', () => {
    const push = world.pushes.find(({ line }) => line.name === 'mozilla-central')
    const before = world.requests.length
    const what = { branch: 'mozilla-central', revision: push?.revision?.slice(0, 12) ?? '', priority: 0 }
    act(world, logJob(world, { action: 'new_nightly_at_revision', what }, 'ann', true))
    const started = world.requests.slice(before).map(({ builder }) => builder.name)
    expect(started.length).toBeGreaterThan(0)
    expect(likelyStarts('newNightly', names)).toEqual(started.toSorted())
  })
})

describe('finding a builder', () => {
  const known = ['Linux try build', 'Ubuntu try debug test mochitest-1', 'try Linux', 'a/b build']

  it('takes words in any case and order, what begins with them first', () => {
    expect(builderMatches(known, 'LINUX')).toEqual(['Linux try build', 'try Linux'])
    expect(builderMatches(known, 'mochi ubu')).toEqual(['Ubuntu try debug test mochitest-1'])
    expect(builderMatches(known, '')).toHaveLength(4)
  })

  it('finds every name by itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (names) => {
        for (const name of names) expect(builderMatches(names, name)).toContain(name)
      }),
    )
  })

  it.each([
    ['', 'Choose a builder first'],
    ['a/b build', 'A name with a slash cannot be sent to this server'],
    ['nobody', 'Nobody here knows a builder of this name: choose one'],
    ['try Linux', null],
  ])('%j is refused with %j', (name, why) => {
    expect(whyNoJob(name, known)).toBe(why)
  })

  it('takes any other name where no list is at hand', () => {
    expect(whyNoJob('nobody', null)).toBeNull()
    expect(whyNoJob('', null)).not.toBeNull()
  })
})
