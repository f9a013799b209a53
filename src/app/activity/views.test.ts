import { describe, expect, it } from 'vitest'
import { phases } from '../../domain/action.ts'
import type { ActionRecord, Phase } from '../../domain/action.ts'
import { begin } from '../../domain/actionLife.ts'
import { PATIENCE } from '../../domain/actionState.ts'
import { groupActions } from '../../domain/batch.ts'
import { emptyText, holds, inView, views } from './views.ts'

const at = (phase: Phase, how: Partial<ActionRecord> = {}): ActionRecord => {
  const plan = { kind: 'cancelBuild', branch: 'try', buildId: 5 } as const
  const subject = { builder: 'b', revision: null, buildId: 5, requestIds: [] }
  const record = begin(plan, subject, { id: 'a', who: null, tab: 't', now: 0, window: 0 })
  return { ...record, steps: [...record.steps, { phase, at: 1 }], ...how }
}
const shown = (view: keyof typeof inView, how: Partial<ActionRecord> = {}) =>
  phases.filter((phase) => inView[view]({ type: 'single', record: at(phase, how) }, 2))

const batchOf = (...records: readonly ActionRecord[]) =>
  groupActions(
    records.map((record, index) => ({
      ...record,
      id: `a${index}`,
      batch: { id: 'b', place: index + 1, of: records.length, title: 'Cancel many jobs' },
    })),
  )
const viewsOf = (records: readonly ActionRecord[], now = 2) =>
  batchOf(...records).map((entry) => views.filter((view) => inView[view](entry, now)))

describe('what the Activity drawer shows', () => {
  it('open: all that may still change', () => {
    expect(shown('Open')).toEqual(['queued', 'sent', 'accepted', 'acted on', 'unknown'])
  })

  it('problems: all that did not come true though somebody wanted it to', () => {
    expect(shown('Problems')).toEqual(['not sent', 'failed', 'never handed over', 'unknown', 'refused', 'not seen'])
  })

  it('problems: what is kept back until a press, but not what a press has stopped', () => {
    expect(shown('Problems', { hold: 'collision' })).toContain('queued')
    expect(shown('Problems', { hold: 'stopped' })).not.toContain('not sent')
  })

  it('a batch is one entry, open and a problem by any of its targets', () => {
    expect(viewsOf([at('seen'), at('seen')])).toEqual([['All']])
    expect(viewsOf([at('seen'), at('accepted')])).toEqual([['All', 'Open']])
    expect(viewsOf([at('seen'), at('failed')])).toEqual([['All', 'Problems']])
    expect(viewsOf([at('queued', { hold: 'halted' }), at('seen')])).toEqual([['All', 'Open', 'Problems']])
  })

  it('what is probably orphaned is a problem, and still open', () => {
    expect(viewsOf([at('accepted')], 1 + PATIENCE)).toEqual([['All', 'Open', 'Problems']])
  })

  it('an entry is found by any of its actions', () => {
    const [entry] = batchOf(at('seen'), at('failed'))
    expect(entry && holds(entry, 'a1')).toBe(true)
    expect(entry && holds(entry, 'z')).toBe(false)
    expect(entry && holds(entry, null)).toBe(false)
  })

  it('says what is missing in each view', () => {
    expect(new Set(views.map((view) => emptyText[view])).size).toBe(views.length)
  })
})
