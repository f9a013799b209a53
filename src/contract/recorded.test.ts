import { describe, expect, it } from 'vitest'
import { endpoints } from './endpoints.ts'
import { matchPath } from './path.ts'
import { recordings } from './recorded.ts'
import type { Recording } from './recorded.ts'
import { JobAnswer, Refusal } from './records.ts'
import { read } from './schema.ts'
import type { Schema } from './schema.ts'

/** A platform after the branch is taken and ignored by the server (surprise 41), so the table has no route for it. */
const pathOf = ({ request }: Recording): string =>
  (request.path.split('?')[0] ?? '').replace(/^(\/(pending|running)\/[^/]+)\/win32$/, '$1')
const typeOf = ({ response }: Recording): string =>
  Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''

const json = recordings.filter((each) => typeOf(each) === 'application/json' && each.response.body !== '')
const answers = json.filter(({ response }) => response.status === 200)
const refusals = json.filter(({ response }) => (response.status ?? 0) >= 400)
const accepted = json.filter(({ response }) => response.status === 202)

describe('every recorded JSON answer', () => {
  it('is one of the three sorts below', () => {
    expect(answers.length + refusals.length + accepted.length).toBe(json.length)
    expect([answers.length, refusals.length, accepted.length]).toEqual([158, 61, 43])
  })

  it.each(answers)('$file fits the reply of its route, no field lost', (recording) => {
    // A wrong method on a read's path is the read (surprise 11).
    const match = matchPath('GET', pathOf(recording))
    if (!match) throw new Error(`no endpoint for ${recording.request.path}`)
    const { reply }: { reply: Schema } = endpoints[match.name]
    expect(read(reply, recording.response.body)).toEqual({ ok: true, value: recording.response.body })
  })

  it.each(refusals)('$file fits the refusal', (recording) => {
    expect(read(Refusal, recording.response.body)).toEqual({ ok: true, value: recording.response.body })
  })

  it.each(accepted)('$file fits the answer of a write', (recording) => {
    expect(read(JobAnswer, recording.response.body)).toEqual({ ok: true, value: recording.response.body })
  })
})

describe('a misfit', () => {
  it('is named by the field inside a union, not by the union', () => {
    const day = answers.find(({ file }) => file.startsWith('017-'))?.response.body
    const damaged: unknown = JSON.parse(JSON.stringify(day).replace(/"priority": ?-?\d+/, '"priority":"high"'))
    const { reply } = endpoints.branchDay
    expect(read(reply, damaged)).toMatchObject({
      ok: false,
      misfit: { field: expect.stringMatching(/^\d+\.requests\.0\.priority$/), expected: 'number' },
    })
  })
})
