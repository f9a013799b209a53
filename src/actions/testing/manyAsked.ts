import type { Plan } from '../../domain/action.ts'
import { subject } from '../../domain/actionSamples.ts'
import { viewBatch } from '../../domain/batch.ts'
import type { Asked } from '../batches.ts'
import { scene } from './scene.ts'

export const title = 'Cancel 5 jobs'
export const target = (plan: Plan): Asked => {
  const requestIds = 'requestId' in plan ? [plan.requestId] : []
  return { plan, subject: { ...subject, builder: `builder ${requestIds[0]}`, buildId: null, requestIds } }
}
export const cancels = (count: number, from = 100): readonly Asked[] =>
  Array.from({ length: count }, (_, at) => target({ kind: 'cancelRequest', branch: 'try', requestId: from + at }))
export const rebuilds = (count: number): readonly Asked[] =>
  Array.from({ length: count }, (_, at) =>
    target({ kind: 'rebuildRequest', branch: 'try', requestId: 100 + at, count: 1, priority: 0 }),
  )

/** A tab that has asked for many, and what the farm was written, in order. */
export function asked(targets = cancels(5)) {
  const set = scene()
  const tab = set.openTab()
  const id = tab.batches.proposeMany(targets, { title }) ?? ''
  const written = (): readonly unknown[] => set.farm.writes.map((write) => write.input['request_id'])
  const view = (one = tab) => viewBatch(one.records(), id)
  return { ...set, tab, id, written, view }
}
