/** Two 32-bit lanes that numbers and texts are mixed into: a fingerprint for "shows the same", not for secrets. */
export class Fingerprint {
  one = 0x811c9dc5 | 0
  two = 0x9e3779b9 | 0

  /** A 32-bit integer. */
  int(value: number): void {
    this.one = Math.imul(this.one ^ value, 0x01000193)
    this.one ^= this.one >>> 15
    this.two = Math.imul(this.two ^ (value + 0x7f4a7c15), 0x85ebca6b)
    this.two ^= this.two >>> 13
  }

  /** A time, an id or NaN, to a thousandth. */
  number(value: number): void {
    if (Number.isNaN(value)) return this.int(0x5bd1e995)
    const scaled = Math.round(value * 1000)
    this.int(scaled | 0)
    this.int(Math.floor(scaled / 0x1_0000_0000) | 0)
  }

  text(value: string): void {
    for (let at = 0; at < value.length; at++) this.int(value.charCodeAt(at))
    this.int(value.length)
  }

  get word(): string {
    return `${(this.one >>> 0).toString(36)}-${(this.two >>> 0).toString(36)}`
  }
}

/**
 * Whether two answers are the same, byte by byte, without keeping the first: some ms for 17 MB. The lanes are mixed as
 * above, but in variables: a first list is read while this code is cold, and then a call for each word costs 20 ms.
 */
export function wordOfBytes(bytes: ArrayBuffer): string {
  const whole = bytes.byteLength >> 2
  const words = new Int32Array(bytes, 0, whole)
  const print = new Fingerprint()
  let { one, two } = print
  for (let at = 0; at < whole; at++) {
    const value = words[at] ?? 0
    one = Math.imul(one ^ value, 0x01000193)
    one ^= one >>> 15
    two = Math.imul(two ^ (value + 0x7f4a7c15), 0x85ebca6b)
    two ^= two >>> 13
  }
  print.one = one
  print.two = two
  for (const byte of new Uint8Array(bytes, whole * 4)) print.int(byte)
  return `${bytes.byteLength}-${print.word}`
}
