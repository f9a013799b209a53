import { expect } from 'vitest'
import { differences, recording } from './recordedShapes.ts'
import type { Caller } from './testCaller.ts'

/** What a case sends, and what else must hold of the answer. Ann asks, unless a header says otherwise. */
export type Sent = {
  method?: string
  url: string
  form?: Record<string, string>
  body?: string
  headers?: Record<string, string>
  /** Another world than the file's own. */
  caller?: Caller
  holds?: (body: unknown, text: string) => void
}

/** The recording, what it is about, and how to bring the same about in the farm. */
export type Case = [number: string, what: string, send: () => Sent]

const inJson = (url: string): string => `${url}${url.includes('?') ? '&' : '?'}format=json`

/** A GET with `format=json`. */
export const get = (url: string, holds?: Sent['holds']): Sent => ({ url: inJson(url), ...(holds ? { holds } : {}) })

/** A write with `format=json`. */
export const send = (method: string, url: string, form?: Record<string, string>): Sent => ({
  method,
  url: inJson(url),
  ...(form ? { form } : {}),
})

/** The answer's fields include these. */
export const has =
  (fields: Record<string, unknown>): NonNullable<Sent['holds']> =>
  (body) =>
    expect(body).toMatchObject(fields)

/** The answer is exactly this. */
export const is =
  (whole: unknown): NonNullable<Sent['holds']> =>
  (body) =>
    expect(body).toEqual(whole)

export const isEmpty: NonNullable<Sent['holds']> = (_, text) => expect(text).toBe('')

/** The agent's words in a finished job. */
export const agentSaid = (msg: RegExp, errors = false): NonNullable<Sent['holds']> =>
  has({ complete_data: { body: { errors, msg: expect.stringMatching(msg) } } })

/** Sends, waits until the agent has acted and a stopped build has ended, and looks at the job. */
export const settling =
  (farm: Caller) =>
  (holds: NonNullable<Sent['holds']>, method: string, url: string, form?: Record<string, string>): Sent => {
    const job = farm.write(method, url, form)
    farm.now += 15
    return get(`/self-serve/jobs/${job}`, holds)
  }

/** What of an answer is held against a recording; `misfits`: where keys and types differ from all recorded alike. */
export type Told = { status: number; type: string; misfits: string[] }

/** Sends the case (a second after the last) and tells what came beside what was recorded. */
export function compare(farm: Caller, number: string, sent: Sent): { told: Told; recorded: Told } {
  const { method = 'GET', url, caller: who = farm, holds, ...more } = sent
  who.now = Math.max(who.now, farm.now) + 1
  const like = recording(number)
  const answer = who.answer(method, url, more)
  const text = new TextDecoder().decode(answer.body)
  const type = answer.headers['Content-Type'] ?? ''
  const isJson = type === 'application/json' && method !== 'HEAD'
  const body: unknown = isJson ? JSON.parse(text) : null
  holds?.(body, text)
  return {
    told: { status: answer.status, type, misfits: isJson ? differences(like, body) : [] },
    recorded: { status: like.status, type: like.type, misfits: [] },
  }
}
