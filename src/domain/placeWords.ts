import { count, duration } from './duration.ts'
import { timesInTen } from './expectedStart.ts'
import type { Missed, TrackRecord } from './expectedStart.ts'
import type { PriorityEffect, QueuePlace, Range, Waiting } from './queuePlace.ts'

const plural = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** `1st`, `12th`, `1,002nd`. */
export const ordinal = (n: number): string => `${count(n)}${endings[plural.select(n)] ?? 'th'}`

const between = ({ least, most }: Range): string =>
  least === most ? count(least) : `${count(least)} to ${count(most)}`

/** `4th to 9th of 212`; `4th of 212` where the data allow one number. */
export function placeWords({ best, worst, of }: QueuePlace<Waiting>): string {
  const place = best === worst ? ordinal(best) : `${ordinal(best)} to ${ordinal(worst)}`
  return `${place} of ${between(of)}`
}

/** What a priority would do: `passes 3 to 9 requests`, `lets 1 request pass`. */
export function effectWords({ direction, least, most }: PriorityEffect): string {
  if (direction === 'none') return 'changes nothing'
  const requests = most === 0 ? 'no request' : `${between({ least, most })} request${most === 1 ? '' : 's'}`
  return direction === 'up' ? `passes ${requests}` : `lets ${requests} pass`
}

const missedWords = ({ n, by }: Missed, how: string): string =>
  `${count(n)} began ${how}${n > 0 ? ` (by ${duration(by)} in the median)` : ''}`

/** How good predictions would have been, and how far they were off. */
export function trackWords({ n, right, early, late }: TrackRecord): string {
  const times = timesInTen(right, n)
  const share = `would have been right ${times} ${times === 1 ? 'time' : 'times'} in 10 on ${count(n)} jobs loaded today`
  return right === n ? share : `${share}; ${missedWords(early, 'earlier')}, ${missedWords(late, 'later')}`
}
