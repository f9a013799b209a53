import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '../contract/failure.ts'
import { browser } from './testing/openTabs.ts'

type Tab = ReturnType<ReturnType<typeof browser>['openTab']>
type Answer = { sentAt: number; at: number; serverTime: number | null; bytes: Blob }

const KEY = ['queue', 'try', 'today', 'day']
const NAME = JSON.stringify(KEY)
const MINUTE = 60_000
/** How long the farm takes, in milliseconds. */
const ANSWERS_IN = 200

let world = browser()
/** How many times the farm was asked, and what it says to the next. */
let asked = 0
let broken = false

beforeEach(() => {
  world = browser()
  asked = 0
  broken = false
})

/** The farm as one tab asks it: its nth answer says n. */
function farm(signal: AbortSignal): Promise<Answer> {
  const sentAt = world.now()
  const says = String((asked += 1))
  const fails = broken
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    world.after(ANSWERS_IN, () => {
      if (fails) reject(new ApiError({ kind: 'offline', endpoint: 'branchDay', status: null, detail: says }))
      else resolve({ sentAt, at: world.now(), serverTime: null, bytes: new Blob([says]) })
    })
  })
}

/** What a tab is told: the farm's words, or its failure; null while it waits. */
function ask(tab: Tab, signal = new AbortController().signal) {
  const told: { is: string | null } = { is: null }
  tab
    .ask(KEY, MINUTE, signal, () => farm(signal))
    .then(
      async ({ bytes }) => (told.is = await bytes.text()),
      (thrown: unknown) => (told.is = thrown instanceof ApiError ? `failed ${thrown.failure.detail}` : String(thrown)),
    )
  return told
}

/** A tab that shows the source, and is told. */
async function tabThatShows(): Promise<Tab> {
  const tab = world.openTab()
  ask(tab)
  await world.pass(1_000)
  return tab
}

describe('tabs that show the same', () => {
  it('ask once when their time comes together, and are all told the same', async () => {
    const told = [world.openTab(), world.openTab(), world.openTab()].map((tab) => ask(tab))
    await world.pass(1_000)
    expect(asked).toBe(1)
    expect(told.map(({ is }) => is)).toEqual(['1', '1', '1'])
  })

  it('go on asking once for all, minute by minute, whoever closes', async () => {
    const tabs = [await tabThatShows(), await tabThatShows(), await tabThatShows()]
    for (let minute = 2; minute <= 6; minute += 1) {
      await world.pass(MINUTE)
      const told = tabs.map((tab) => ask(tab))
      await world.pass(1_000)
      expect(told.map(({ is }) => is)).toEqual(tabs.map(() => String(minute)))
      expect(asked).toBe(minute)
      if (tabs.length > 1) tabs.shift()?.close()
    }
  })

  it('hear what another was answered, and take it without asking', async () => {
    const [one, other] = [await tabThatShows(), await tabThatShows()]
    await world.pass(MINUTE)
    ask(one)
    await world.pass(1_000)
    expect(other.heard).toContain(NAME)
    expect(other.news()).toEqual([NAME])
    const told = ask(other)
    await world.pass(0)
    expect(told.is).toBe('2')
    expect(other.news()).toEqual([])
    expect(asked).toBe(2)
  })

  it('fail together, but one that shows nothing yet tries for itself', async () => {
    const [one, other] = [await tabThatShows(), await tabThatShows()]
    broken = true
    await world.pass(MINUTE)
    const told = [ask(one), ask(other)]
    await world.pass(1_000)
    expect(told.map(({ is }) => is)).toEqual(['failed 2', 'failed 2'])
    broken = false
    const late = ask(world.openTab())
    await world.pass(1_000)
    expect(late.is).toBe('3')
  })
})

describe('a tab that opens later', () => {
  it('is handed what another keeps, without asking the farm', async () => {
    await tabThatShows()
    await world.pass(MINUTE / 2)
    const told = ask(world.openTab())
    await world.pass(50)
    expect(told.is).toBe('1')
    expect(asked).toBe(1)
  })

  it('asks for itself when that is too old', async () => {
    await tabThatShows()
    await world.pass(2 * MINUTE)
    const told = ask(world.openTab())
    await world.pass(1_000)
    expect(told.is).toBe('2')
  })

  it('asks for itself soon when the one that keeps it says nothing', async () => {
    const stuck = await tabThatShows()
    stuck.freeze()
    const told = ask(world.openTab())
    await world.pass(1_000 + ANSWERS_IN)
    expect(told.is).toBe('2')
  })

  it('does not wait for anybody when nobody keeps anything', async () => {
    const told = ask(world.openTab())
    await world.pass(ANSWERS_IN)
    expect(told.is).toBe('1')
  })
})

describe('a tab that is alone', () => {
  it('posts nothing, answer after answer, until another shows the same', async () => {
    const tab = await tabThatShows()
    await world.pass(MINUTE)
    ask(tab)
    await world.pass(1_000)
    expect(world.posted()).toBe(0)
    const other = await tabThatShows()
    await world.pass(MINUTE)
    ask(tab)
    await world.pass(1_000)
    expect(other.news()).toEqual([NAME])
  })
})

describe('a tab that asks for others', () => {
  it('is replaced within a second when it closes while it asks', async () => {
    const [one, other] = [await tabThatShows(), await tabThatShows()]
    await world.pass(MINUTE)
    ask(one)
    const told = ask(other)
    await world.pass(ANSWERS_IN / 2)
    one.close()
    await world.pass(1_000)
    expect(told.is).toBe('3')
  })

  it('keeps its answer only while it shows it', async () => {
    const tab = await tabThatShows()
    expect(world.keeps(NAME)).toBe(true)
    tab.drop(NAME)
    expect(world.keeps(NAME)).toBe(false)
    const told = ask(world.openTab())
    await world.pass(1_000)
    expect(told.is).toBe('2')
  })

  it('does not keep what came when it was shown no more', async () => {
    const tab = world.openTab()
    ask(tab)
    await world.pass(ANSWERS_IN / 2)
    tab.drop(NAME)
    await world.pass(1_000)
    expect(world.keeps(NAME)).toBe(false)
  })
})

describe('asking anew', () => {
  it('by hand asks at once, whatever is known or on its way, and everybody gets it', async () => {
    const [one, other] = [await tabThatShows(), await tabThatShows()]
    await world.pass(MINUTE)
    ask(one)
    await world.pass(ANSWERS_IN / 2)
    other.pressed()
    const told = ask(other)
    await world.pass(0)
    expect(asked).toBe(3)
    await world.pass(1_000)
    expect(told.is).toBe('3')
    const also = ask(one)
    await world.pass(0)
    expect(also.is).toBe('3')
    expect(asked).toBe(3)
  })

  it('after an action takes nothing asked for before it, from any tab, and asks once for all', async () => {
    const [one, other] = [await tabThatShows(), await tabThatShows()]
    const since = world.now()
    for (const tab of [one, other]) tab.outdated(KEY, since)
    const told = [ask(one), ask(other)]
    await world.pass(1_000)
    expect(told.map(({ is }) => is)).toEqual(['2', '2'])
    expect(asked).toBe(2)
  })

  it('after an action does not take what another tab brought before it', async () => {
    const [one, other] = [await tabThatShows(), await tabThatShows()]
    ask(one)
    await world.pass(1_000)
    expect(other.news()).toEqual([NAME])
    other.outdated(KEY, world.now())
    expect(other.news()).toEqual([])
    const told = ask(other)
    await world.pass(1_000)
    expect(told.is).toBe('3')
  })

  it('hands nothing out of date to a tab that opens', async () => {
    const tab = await tabThatShows()
    tab.outdated(KEY, world.now())
    const told = ask(world.openTab())
    await world.pass(1_000)
    expect(told.is).toBe('2')
  })

  it('waits for no other tab where there is none, though the last asking has just been called off', async () => {
    const tab = await tabThatShows()
    await world.pass(MINUTE)
    const stop = new AbortController()
    ask(tab, stop.signal)
    await world.pass(ANSWERS_IN / 2)
    const told = ask(tab)
    stop.abort()
    await world.pass(ANSWERS_IN)
    expect(told.is).toBe('3')
  })

  it('ends when it is called off, and lets the others on', async () => {
    const [one, other, third] = [await tabThatShows(), await tabThatShows(), await tabThatShows()]
    await world.pass(MINUTE)
    const stop = new AbortController()
    ask(one)
    const given = ask(other, stop.signal)
    const told = ask(third)
    await world.pass(ANSWERS_IN / 2)
    stop.abort('enough')
    await world.pass(0)
    expect(given.is).toBe('enough')
    await world.pass(1_000)
    expect(told.is).toBe('2')
    expect(asked).toBe(2)
  })
})
