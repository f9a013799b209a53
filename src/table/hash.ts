const given = new Float64Array(1)
/** The two halves of it. */
const halves = new Int32Array(given.buffer)

/** 32 bits that tell texts apart, but for one pair in billions. */
export function hashOfText(text: string): number {
  let hash = text.length
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/**
 * Two 32-bit lanes that numbers and texts are mixed into in turn: a fingerprint for "shows the same", not for secrets. A
 * change of one number always shows, since each step of a lane can be undone; of several, or of a text, one in billions
 * of cases may not. A first table is made while this code is cold, so every step counts.
 */
export class Fingerprint {
  one = 0x811c9dc5 | 0
  two = 0x9e3779b9 | 0

  /** A 32-bit integer. */
  int(value: number): void {
    const mixed = Math.imul(this.one ^ value, 0x01000193)
    this.one = this.two
    this.two = mixed ^ (mixed >>> 15)
  }

  /** A time, an id or NaN, of which the bits may differ and which is always the same. */
  number(value: number): void {
    if (Number.isNaN(value)) return this.int(0x7ff80000)
    given[0] = value
    this.int(halves[0] ?? 0)
    this.int(halves[1] ?? 0)
  }

  text(value: string): void {
    this.int(hashOfText(value))
    this.int(value.length)
  }

  get word(): string {
    return `${(this.one >>> 0).toString(36)}-${(this.two >>> 0).toString(36)}`
  }
}

/**
 * Whether two answers are the same, byte by byte, without keeping the first: some ms for 17 MB. Each lane takes every
 * second word, and the second the first lane too, so that what differs in several words meets in one. Both are kept in
 * variables: a first list is read while this code is cold, and every step counts.
 */
export function wordOfBytes(bytes: ArrayBuffer): string {
  const whole = (bytes.byteLength >> 3) << 1
  const words = new Int32Array(bytes, 0, whole)
  const print = new Fingerprint()
  let { one, two } = print
  for (let at = 0; at < whole; at += 2) {
    one = Math.imul(one ^ (words[at] ?? 0), 0x01000193)
    one ^= one >>> 15
    two = Math.imul(two ^ one ^ (words[at + 1] ?? 0), 0x85ebca6b)
    two ^= two >>> 13
  }
  print.one = one
  print.two = two
  for (const byte of new Uint8Array(bytes, whole * 4)) print.int(byte)
  return `${bytes.byteLength}-${print.word}`
}
