import { cancelBuild5, subject } from '../../domain/actionSamples.ts'
import { smallFarm } from './smallFarm.ts'
import { stage } from './stage.ts'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND

/** A browser and a small farm, on one clock. */
export function scene(how: Parameters<typeof stage>[1] = {}) {
  const { farm, client } = smallFarm()
  const set = stage(client, how)
  farm.now = set.clock.now
  return { farm, ...set }
}

/** A tab that has just asked to cancel build 5. */
export function askedToCancel(how: Parameters<typeof stage>[1] = {}) {
  const set = scene(how)
  const tab = set.openTab()
  const id = tab.outbox.propose(cancelBuild5, subject)
  return { ...set, tab, id }
}
