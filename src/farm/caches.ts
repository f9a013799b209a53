/**
 * The server's memory of its lists: an answer is given again until it is too old, whatever happened since
 * (contract surprises 38, 321, 322). Times in seconds.
 */
export class AnswerCache {
  private readonly kept = new Map<string, { madeAt: number; body: Uint8Array<ArrayBuffer> }>()
  private readonly seconds: number
  private readonly most: number

  constructor(seconds: number, most: number) {
    this.seconds = seconds
    this.most = most
  }

  /** The kept answer, or a new one; null is not kept. */
  answer(key: string, now: number, make: () => string | null): Uint8Array<ArrayBuffer> | null {
    const known = this.kept.get(key)
    if (known && now - known.madeAt < this.seconds) return known.body
    this.kept.delete(key)
    const text = make()
    if (text === null) return null
    const body = new TextEncoder().encode(text)
    const [oldest] = this.kept.keys()
    if (this.kept.size >= this.most && oldest !== undefined) this.kept.delete(oldest)
    this.kept.set(key, { madeAt: now, body })
    return body
  }
}
