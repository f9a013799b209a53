import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FailureKind } from '../contract/failure.ts'
import type { ActionRecord, Phase } from './action.ts'
import { advance, phaseOf } from './actionLife.ts'
import type { LifeEvent } from './actionLife.ts'
import { queuedRecord } from './actionSamples.ts'
import { hasEnded } from './actionState.ts'

const kinds: readonly FailureKind[] = [
  'offline',
  'timeout',
  'signedOut',
  'notFound',
  'rejected',
  'notLogged',
  'neverHandedOver',
  'busy',
  'server',
  'redirected',
  'contract',
  'unsayable',
  'resting',
]
const answered = (kind: FailureKind): LifeEvent => ({
  type: 'answered',
  at: 3,
  failure: { kind, endpoint: 'cancelBuild', status: null, detail: null },
})
const words = (record: ActionRecord): readonly Phase[] => record.steps.map((step) => step.phase)
const after = (...events: readonly LifeEvent[]): ActionRecord => events.reduce(advance, queuedRecord())

const sent: LifeEvent = { type: 'sent', at: 2 }
const accepted: LifeEvent = { type: 'accepted', job: 9, at: 3 }
const agent = (msg: string, errors = false): LifeEvent => ({
  type: 'agentAnswered',
  errors,
  msg,
  completedAt: 4,
  at: 4,
})
const seen: LifeEvent = { type: 'seen', evidence: { endedAt: 7 }, at: 5 }

describe('the life of an action', () => {
  it('goes the whole road when all goes well', () => {
    const record = after(sent, accepted, { type: 'logged', who: 'ann', loggedAt: 3, job: 9, at: 4 }, agent('Ok'), seen)
    expect(words(record)).toEqual(['queued', 'sent', 'accepted', 'acted on', 'seen'])
    expect(record).toMatchObject({ job: 9, who: 'ann', agent: { msg: 'Ok' }, evidence: { endedAt: 7 } })
  })

  it('is not sent once it was undone or has lapsed', () => {
    expect(words(after({ type: 'undone', at: 1 }, sent))).toEqual(['queued', 'undone'])
    expect(words(after({ type: 'lapsed', at: 1 }, sent))).toEqual(['queued', 'not sent'])
  })

  it('can no longer be undone once it was sent', () => {
    expect(words(after(sent, { type: 'undone', at: 3 }))).toEqual(['queued', 'sent'])
  })

  it.each([
    ['signedOut', 'failed'],
    ['notFound', 'failed'],
    ['rejected', 'failed'],
    ['notLogged', 'failed'],
    ['unsayable', 'failed'],
    ['resting', 'failed'],
    ['neverHandedOver', 'never handed over'],
    ['timeout', 'unknown'],
    ['offline', 'unknown'],
    ['busy', 'unknown'],
    ['server', 'unknown'],
    ['contract', 'unknown'],
    ['redirected', 'unknown'],
  ] as const)('an answer of kind %s leaves it %s', (kind, phase) => {
    expect(phaseOf(after(sent, answered(kind)))).toBe(phase)
  })

  it.each([
    ['Build is complete, nothing to do', false, 'nothing to do'],
    ['Not stopping unstoppable build', false, 'refused'],
    ['Error cancelling build', true, 'failed'],
  ] as const)('surprise 17: "%s" ends it', (msg, errors, phase) => {
    const record = after(sent, accepted, agent(msg, errors), seen)
    expect(words(record)).toEqual(['queued', 'sent', 'accepted', 'acted on', phase])
  })

  it('goes on from unknown when the log has it', () => {
    const record = after(
      sent,
      answered('offline'),
      { type: 'looked', found: false, at: 5 },
      { type: 'looked', found: true, at: 6 },
    )
    expect(words(record)).toEqual(['queued', 'sent', 'unknown', 'accepted'])
    expect(record.looks.map((look) => look.found)).toEqual([false, true])
  })

  it('shows an effect that comes later than patience lasts', () => {
    expect(words(after(sent, accepted, agent('Ok'), { type: 'timedOut', at: 9 }, seen)).slice(-2)).toEqual([
      'not seen',
      'seen',
    ])
  })
})

const anyEvent: fc.Arbitrary<LifeEvent> = fc.oneof(
  fc.constantFrom<LifeEvent>(
    { type: 'undone', at: 2 },
    { type: 'dueNow', who: 'bob', at: 2 },
    { type: 'lapsed', at: 2 },
    sent,
    accepted,
    { type: 'lost', at: 3 },
    { type: 'looked', found: true, at: 4 },
    { type: 'looked', found: false, at: 4 },
    { type: 'logged', who: 'ann', loggedAt: 1, job: 9, at: 4 },
    seen,
    { type: 'timedOut', at: 6 },
  ),
  fc.constantFrom(...kinds).map(answered),
  fc
    .tuple(fc.boolean(), fc.constantFrom('Ok', '', 'Not stopping unstoppable build'))
    .map(([errors, msg]) => agent(msg, errors)),
)

describe('whatever happens, in whatever order', () => {
  it('is sent at most once, forgets no phase, reaches none twice, and changes only by events that have a place', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        let record = queuedRecord()
        for (const event of events) {
          const next = advance(record, event)
          expect(next.steps.slice(0, record.steps.length)).toEqual(record.steps)
          record = next
        }
        expect(new Set(words(record)).size).toBe(record.steps.length)
      }),
    )
  })

  it('leaves nothing after an ending but a late effect, and nothing unsent is ever accepted', () => {
    const check = (events: readonly LifeEvent[]): void => {
      const record = events.reduce(advance, queuedRecord())
      const phases = words(record)
      const firstEnd = record.steps.findIndex((_, index) =>
        hasEnded({ ...record, steps: record.steps.slice(0, index + 1) }),
      )
      if (firstEnd >= 0) expect([[], ['seen']]).toContainEqual(phases.slice(firstEnd + 1))
      if (phases.includes('accepted')) expect(phases[1]).toBe('sent')
      if (phases.includes('seen')) expect(phases).toContain('acted on')
    }
    expect(() => fc.assert(fc.property(fc.array(anyEvent, { maxLength: 30 }), check))).not.toThrow()
  })
})
