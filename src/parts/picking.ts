import { pickRange, togglePicked } from '../stores/selection.ts'
import type { PickLine } from '../stores/selection.ts'
import type { Job } from '../domain/job.ts'

/** The lines of a list as they stand, told by the list on the page: what a range is made of. */
let told: { place: string; lines: () => readonly PickLine[] } | null = null

/** Says in which order a list stands; gives the way to take it back. */
export function tellOrder(place: string, lines: () => readonly PickLine[]): () => void {
  const mine = { place, lines }
  told = mine
  return () => {
    if (told === mine) told = null
  }
}

/** A press on a job's checkbox, or its key: one job, or with `range` everything from the last one. */
export function pick(place: string, item: string, job: Job, range: boolean): void {
  if (range && told?.place === place) pickRange(place, item, told.lines())
  else togglePicked(place, item, job)
}
