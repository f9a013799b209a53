/**
 * Randomness without a stream: every draw is a hash of what it is about (seed, push, request, purpose).
 * So a draw does not depend on what was drawn before it, and one more request in the world
 * leaves the duration and result of every other as they were.
 */

/** Two 32-bit numbers into one, well spread (the finalizer of MurmurHash3). */
export function mix(a: number, b: number): number {
  let h = (a ^ Math.imul(b ^ 0x9e3779b9, 0x85ebca6b)) | 0
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  h ^= h >>> 16
  return h >>> 0
}

/** A text as a 32-bit number (FNV-1a, then mixed). */
export function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h, text.length)
}

/** A number in [0, 1). `purpose` keeps several draws about one thing apart. */
export const roll = (key: number, purpose: number): number => mix(key, purpose) / 0x1_0000_0000

/** A whole number from `low` to `high`, both possible. */
export const rollBetween = (key: number, purpose: number, low: number, high: number): number =>
  low + Math.floor(roll(key, purpose) * (high - low + 1))

/** A standard normal draw (Box and Muller). */
export function rollNormal(key: number, purpose: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - roll(key, purpose)))
  return radius * Math.cos(2 * Math.PI * roll(key, purpose + 0x5bd1))
}

/** One of the things given. */
export function pick<T>(key: number, purpose: number, things: readonly [T, ...T[]]): T {
  return things[Math.floor(roll(key, purpose) * things.length)] ?? things[0]
}

/** `length` lower-case hexadecimal digits. */
export function rollHex(key: number, length: number): string {
  let text = ''
  for (let i = 0; text.length < length; i += 1) text += mix(key, i).toString(16).padStart(8, '0')
  return text.slice(0, length)
}
