import { describe, expect, it } from 'vitest'
import type { Job } from '../domain/job.ts'
import { copiesOf, copiesOfPush } from './copyAs.ts'

const job: Job = {
  key: 'b5',
  builder: 'Linux [x86] build',
  revision: '1a2b3c4d5e6f',
  branch: 'try',
  state: 'finished',
  result: 2,
  buildId: 5,
  number: 1,
  master: null,
  submitted: 1,
  claimed: 2,
  started: 3,
  ended: 4,
  priority: 3,
  reason: null,
  requests: [{ requestId: 9, revision: '1a2b3c4d5e6f', branch: 'try', priority: 3, reason: null, submitted: 1 }],
}
const text = (label: string, of: Job = job, branch = 'try') =>
  copiesOf(of, branch, 'https://farm.example', '/buildapi').find((copy) => copy.label === label)?.text

describe('a job, copied', () => {
  it('is a link to its page', () => expect(text('Permalink')).toBe('https://farm.example/try/build/5'))

  it('is a rebuild that keeps the priority of the original', () =>
    expect(text('curl, rebuild')).toBe(
      "curl -X POST -d build_id=5 -d priority=3 'https://farm.example/buildapi/self-serve/try/build?format=json'",
    ))

  it('is a rebuild of the request while there is no build', () =>
    expect(text('curl, rebuild', { ...job, key: 'r9', buildId: null, state: 'pending', result: null })).toContain(
      '-d request_id=9',
    ))

  it('keeps brackets of a builder out of the Markdown of its link', () =>
    expect(text('Markdown')).toBe(
      '[**failure** Linux \\[x86\\] build](https://farm.example/try/build/5) on try 1a2b3c4d5e6f',
    ))

  it('has no shell line for a branch that the server cannot be asked about', () =>
    expect(text('curl, rebuild', job, 'a/b')).toBeUndefined())
})

describe('a push, copied', () => {
  const copies = (branch: string) =>
    Object.fromEntries(
      copiesOfPush(
        { branch, revision: '1a2b3c4d5e6f', words: '3 failure, 1 running' },
        'https://farm.example',
        '/buildapi',
      ).map(({ label, text: copied }) => [label, copied]),
    )

  it('is a link, what asks the server for it and for its verdict, and its state in words', () =>
    expect(copies('try')).toEqual({
      Permalink: 'https://farm.example/try/rev/1a2b3c4d5e6f',
      'curl, look': "curl 'https://farm.example/buildapi/self-serve/try/rev/1a2b3c4d5e6f?format=json'",
      'curl, is it done': "curl 'https://farm.example/buildapi/self-serve/try/rev/1a2b3c4d5e6f/is_done?format=json'",
      Markdown: '[push 1a2b3c4d5e6f](https://farm.example/try/rev/1a2b3c4d5e6f) on try: 3 failure, 1 running',
      'Plain line': 'push 1a2b3c4d5e6f · try · 3 failure, 1 running · https://farm.example/try/rev/1a2b3c4d5e6f',
    }))

  it('has no shell line for a branch that the server cannot be asked about', () =>
    expect(Object.keys(copies('a/b'))).toEqual(['Permalink', 'Markdown', 'Plain line']))
})
