import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../contract/failure.ts'
import { plainText } from './plainText.ts'
import { scriptedClient } from './scripted.ts'

const contentType = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-8',
  'text/html',
  'text/plain',
  '',
)
const body = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '/', '&', ';', '#', '{', '"', 'head', 'msg', ' ') }),
  fc
    .record({ status: fc.constantFrom('OK', 'FAILED', 0), request_id: fc.jsonValue(), msg: fc.jsonValue() })
    .map((value) => JSON.stringify(value)),
)
const status = fc.oneof(
  fc.constantFrom(200, 202, 204, 301, 304, 400, 403, 404, 429, 500, 503),
  fc.integer({ min: 200, max: 599 }),
)
const withoutBody = new Set([204, 205, 304])

describe('whatever a server answers', () => {
  it('a call gives a value or throws an ApiError', async () => {
    const foreign: unknown[] = []
    await fc.assert(
      fc.asyncProperty(status, contentType, body, async (code, type, text) => {
        const { client } = scriptedClient([
          () =>
            new Response(withoutBody.has(code) ? null : text, {
              status: code,
              headers: { 'Content-Type': type, Date: text.length.toString() },
            }),
        ])
        const calls = [
          client.read('branchDay', { branch: 'try' }),
          client.read('jobRequest', { job_id: 1 }),
          client.read('pending', { branch: 'try' }),
          client.bytes('running', { branch: 'try' }),
          client.write('cancelBuild', { branch: 'try', build_id: 1 }),
        ]
        const ends = await Promise.allSettled(calls)
        foreign.push(...ends.filter((end) => end.status === 'rejected' && !(end.reason instanceof ApiError)))
      }),
      { numRuns: 200 },
    )
    expect(foreign).toEqual([])
  })

  it('what is said of an error page is one short line without tags', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('text/html', 'text/plain', 'application/json'), (text, type) => {
        const said = plainText(text, type)
        if (said === null) return
        expect(said.length).toBeGreaterThan(0)
        expect(said.length).toBeLessThanOrEqual(200)
        expect(said).not.toMatch(/[\r\n\t]/)
        expect(said).toBe(said.trim())
      }),
    )
  })

  it('markup between words never reaches a person', () => {
    const tag = fc.constantFrom(
      '<b>',
      '</b>',
      '<br/>',
      '<p class="x">',
      '<script>alert(1)</script>',
      '<!-- no -->',
      '<title>t</title>',
      '<style>a{}</style>',
    )
    fc.assert(
      fc.property(fc.array(tag, { minLength: 1 }), (tags) => {
        expect(plainText(`<body>${tags.join('Not found')}Not found</body>`, 'text/html')).toMatch(
          /^(Not found ?)+…?$|^(Not found )+\w*…$/,
        )
      }),
    )
  })
})
