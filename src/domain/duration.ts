const pad = (n: number): string => String(n).padStart(2, '0')

/**
 * A length of time in seconds, in its two largest units: `42 s`, `7 m 12 s`, `1 h 05 m`, `2 d 3 h`.
 * Whole seconds, rounded down; less than nothing (two clocks that differ) is `0 s`.
 */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds)) || 0
  if (s < 60) return `${s} s`
  const m = Math.floor(s / 60)
  if (m < 60) return `${m} m ${pad(s % 60)} s`
  const h = Math.floor(m / 60)
  return h < 24 ? `${h} h ${pad(m % 60)} m` : `${Math.floor(h / 24)} d ${h % 24} h`
}

const DAY = 86_400

/**
 * How old something is: `42 s`, `42 m`, `1 h 20 m`; null from a day on, where a date says more.
 * Coarser than `duration`, so that a list of ages does not tick.
 */
export function age(seconds: number): string | null {
  if (!(seconds < DAY)) return null
  const s = Math.max(0, Math.floor(seconds))
  return s >= 60 && s < 3_600 ? `${Math.floor(s / 60)} m` : duration(s)
}

/** `42 m ago`, `just now` under five seconds; null from a day on. */
export function ago(seconds: number): string | null {
  const old = age(seconds)
  return old === null ? null : seconds < 5 ? 'just now' : `${old} ago`
}

const thousands = new Intl.NumberFormat('en-US')

/** A count with thousands separators: `26,700`. */
export const count = (n: number): string => thousands.format(n)
