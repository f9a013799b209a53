import { createFarm } from './farm.ts'
import type { Farm, FarmAnswer, FarmOptions, WorldSpec } from './farm.ts'

/** Noon of a Wednesday in US/Pacific: the birth of most worlds in tests. */
export const noon = 1_795_636_800

/** A farm with a clock, for tests: `now` is moved by hand. */
export type Caller = {
  farm: Farm
  now: number
  answer(
    method: string,
    url: string,
    more?: { form?: Record<string, string>; headers?: Record<string, string>; body?: string },
  ): FarmAnswer
  text(method: string, url: string, form?: Record<string, string>): string
  /** GET with `format=json`, parsed. */
  json(url: string): unknown
  /** A write with `format=json`: the id of its job. */
  write(method: string, url: string, form?: Record<string, string>): number
}

export function caller(spec: Partial<WorldSpec> = {}, options: FarmOptions = {}): Caller {
  const farm = createFarm({ scenario: 'calm', seed: 1, birth: noon, journal: [], ...spec }, { prefix: '', ...options })
  const self: Caller = {
    farm,
    now: spec.birth ?? noon,
    answer(method, url, { form, headers = {}, body } = {}) {
      const type: Record<string, string> = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
      const text = form ? new URLSearchParams(form).toString() : (body ?? null)
      return farm.answer({ method, url, headers: { ...type, ...headers }, body: text, now: self.now })
    },
    text: (method, url, form) => new TextDecoder().decode(self.answer(method, url, form ? { form } : {}).body),
    json(url) {
      const value: unknown = JSON.parse(self.text('GET', `${url}${url.includes('?') ? '&' : '?'}format=json`))
      return value
    },
    write(method, url, form) {
      const value: unknown = JSON.parse(self.text(method, `${url}?format=json`, form))
      return typeof value === 'object' && value !== null && 'request_id' in value ? Number(value.request_id) : -1
    },
  }
  return self
}

/** The first of a list; a test that finds none is to fail. */
export function one<T>(things: readonly T[], fits: (thing: T) => boolean = () => true): T {
  const found = things.find(fits)
  if (found === undefined) throw new Error('the world has nothing of the kind')
  return found
}
