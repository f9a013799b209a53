import { describe, expect, it } from 'vitest'
import { phases } from '../../domain/action.ts'
import type { Phase } from '../../domain/action.ts'
import { begin } from '../../domain/actionLife.ts'
import { inView } from './views.ts'

const at = (phase: Phase) => {
  const plan = { kind: 'cancelBuild', branch: 'try', buildId: 5 } as const
  const subject = { builder: 'b', revision: null, buildId: 5, requestIds: [] }
  const record = begin(plan, subject, { id: 'a', who: null, tab: 't', now: 0, window: 0 })
  return { ...record, steps: [...record.steps, { phase, at: 1 }] }
}
const shown = (view: keyof typeof inView) => phases.filter((phase) => inView[view](at(phase)))

describe('what the Activity drawer shows', () => {
  it('open: all that may still change', () => {
    expect(shown('Open')).toEqual(['queued', 'sent', 'accepted', 'acted on', 'unknown'])
  })

  it('problems: all that did not come true though somebody wanted it to', () => {
    expect(shown('Problems')).toEqual(['not sent', 'failed', 'never handed over', 'unknown', 'refused', 'not seen'])
  })
})
