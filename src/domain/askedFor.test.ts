import { describe, expect, it } from 'vitest'
import { askedWords, concerns } from './askedFor.ts'

const job = { buildId: 5, requestIds: [7, 8], revision: 'af205137b88e' }

describe('what was asked of a job, by the log', () => {
  it.each([
    ['its build', { action: 'cancel_build', what: { bid: 5 } }, true],
    ['another build', { action: 'cancel_build', what: { bid: 6 } }, false],
    ['one of its merged requests', { action: 'reprioritize', what: { brid: 8, priority: 2 } }, true],
    [
      'its whole revision, asked in 40 characters',
      { action: 'cancel_revision', what: { branch: 'try', revision: `AF205137B88E${'0'.repeat(28)}` } },
      true,
    ],
    [
      'new work at its revision',
      { action: 'new_build_at_revision', what: { branch: 'try', revision: 'af205137b88e' } },
      false,
    ],
  ])('%s', (_, entry, expected) => expect(concerns(entry, job)).toBe(expected))

  it('never takes a job without revision for another without one', () =>
    expect(concerns({ action: 'cancel_revision', what: {} }, { ...job, revision: null })).toBe(false))

  it.each([
    [{ action: 'rebuild_build', what: { bid: 5, count: 5, priority: 2 } }, 'rebuild ×5, priority 2'],
    [{ action: 'rebuild_build', what: { bid: 5, count: 1, priority: 0 } }, 'rebuild'],
    [{ action: 'reprioritize', what: { brid: 7, priority: 0 } }, 'set priority 0'],
    [{ action: 'shut_down', what: {} }, 'shut down'],
  ])('surprise 24: %j is "%s"', (entry, words) => expect(askedWords(entry)).toBe(words))

  it('surprise 24: reads an action name that the database has cut', () =>
    expect(askedWords({ action: 'new_build_for_builde', what: {} })).toBe('start this job'))
})
