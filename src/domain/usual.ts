/** The p-quantile (0 to 1) of a sample that is sorted ascending, between neighbours in proportion; NaN when empty. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}

/** Half of the sample lies below `p50`, nine in ten below `p90`; `n` is the size of the sample. */
export type Usual = { p50: number; p90: number; n: number }

/** Fewer say nothing about what is usual. */
const ENOUGH = 5

/** What is usual for a builder, from durations or waits in seconds; null where fewer than five are known. */
export function usualOf(samples: Iterable<number>): Usual | null {
  const sorted = Float64Array.from([...samples].filter(Number.isFinite)).toSorted()
  if (sorted.length < ENOUGH) return null
  return { p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), n: sorted.length }
}
