import { describe, expect, it } from 'vitest'
import { agentSaid, compare, get, has, send, settling } from './recordedCase.ts'
import type { Case } from './recordedCase.ts'
import { recordedWorld } from './recordedWorld.ts'
import { caller } from './testCaller.ts'

const { farm, waiting, runningRequest, doneRequest, failed } = recordedWorld()
const build_id = String(failed.buildId)
const request_id = String(failed.requestIds[0])
const settled = settling(farm)
const nobody = caller({}, { user: null })
const formType = { 'content-type': 'application/x-www-form-urlencoded' }

const cases: Case[] = [
  [
    '170',
    'nobody reprioritizes',
    () => ({ caller: nobody, method: 'PUT', url: `${waiting}?format=json`, form: { priority: '1' } }),
  ],
  [
    '171',
    'nobody cancels',
    () => ({ caller: nobody, method: 'DELETE', url: waiting, headers: { accept: 'application/json' } }),
  ],
  [
    '172',
    'nobody rebuilds',
    () => ({ caller: nobody, method: 'POST', url: `/self-serve/try/build?format=json`, form: { build_id: '1' } }),
  ],
  [
    '173',
    'an empty user',
    () => ({ ...send('POST', '/self-serve/try/build', { build_id: '1' }), headers: { 'x-remote-user': '' } }),
  ],
  [
    '174',
    'auth before the branch',
    () => ({ caller: nobody, method: 'DELETE', url: `/self-serve/nope/rev/abc?format=json` }),
  ],
  [
    '175',
    'nobody asks for a new build',
    () => ({ caller: nobody, method: 'POST', url: `/self-serve/try/rev/e4fbe62d887b?format=json` }),
  ],
  [
    '177',
    'anyone may say who he is',
    () => ({
      caller: nobody,
      method: 'DELETE',
      url: `/self-serve/try/build/999999?format=json`,
      headers: { 'x-remote-user': 'anyone' },
    }),
  ],
  ['178', 'reprioritize', () => send('PUT', waiting, { priority: '7' })],
  ['179', 'reprioritize, done', () => settled(agentSaid(/^Ok$/), 'PUT', waiting, { priority: '6' })],
  ['180', 'reprioritized', () => get(waiting, has({ priority: 6 }))],
  ['182', 'reprioritize as HTML', () => ({ method: 'PUT', url: waiting, form: { priority: '1' } })],
  ['183', 'a priority in the query', () => ({ method: 'PUT', url: `${waiting}?format=json&priority=2` })],
  ['185', 'a bad priority', () => send('PUT', waiting, { priority: 'a' })],
  ['186', 'a bad priority as HTML', () => ({ method: 'PUT', url: waiting, form: { priority: 'a' } })],
  ['187', 'half a priority', () => send('PUT', waiting, { priority: '1.5' })],
  ['188', 'a negative priority', () => send('PUT', waiting, { priority: '-5' })],
  [
    '189',
    'a JSON body',
    () => ({
      method: 'PUT',
      url: `${waiting}?format=json`,
      body: '{"priority": 3}',
      headers: { 'content-type': 'application/json' },
    }),
  ],
  ['190', 'reprioritize what is no number', () => send('PUT', '/self-serve/try/request/abc', { priority: '1' })],
  ['191', 'reprioritize a running one', () => send('PUT', runningRequest, { priority: '1' })],
  ['192', 'reprioritize a finished one', () => send('PUT', doneRequest, { priority: '1' })],
  ['193', 'reprioritize an unknown one', () => send('PUT', '/self-serve/try/request/999999', { priority: '1' })],
  ['195', 'reprioritize on an unknown branch', () => send('PUT', '/self-serve/nope/request/336', { priority: '1' })],
  ['196', '_method in the form', () => send('POST', waiting, { _method: 'PUT', priority: '2' })],
  [
    '197',
    '_method in the query',
    () => ({ method: 'POST', url: `${waiting}?format=json&_method=PUT`, form: { priority: '2' } }),
  ],
  [
    '198',
    'reprioritize in an unknown format',
    () => ({ method: 'PUT', url: `${waiting}?format=xml`, form: { priority: '2' } }),
  ],
  ['199', 'format in the form', () => ({ method: 'PUT', url: waiting, form: { priority: '2', format: 'json' } })],
  ['210', 'cancel an unknown request', () => send('DELETE', '/self-serve/try/request/999999')],
  ['211', 'cancel what is no number', () => send('DELETE', '/self-serve/try/request/abc')],
  ['212', 'cancel on an unknown branch', () => send('DELETE', '/self-serve/nope/request/1')],
  ['213', 'cancel as HTML', () => ({ method: 'DELETE', url: doneRequest })],
  ['215', 'cancel by a plain GET', () => ({ url: `${doneRequest}?format=json&_method=DELETE` })],
  ['222', 'cancel an unknown build', () => send('DELETE', '/self-serve/try/build/999999')],
  ['223', 'cancel a build that is no number', () => send('DELETE', '/self-serve/try/build/abc')],
  ['224', 'cancel a build of another branch', () => send('DELETE', `/self-serve/ash/build/${failed.buildId}`)],
  ['232', 'cancel an unknown push', () => send('DELETE', '/self-serve/try/rev/0123456789ab')],
  ['233', 'cancel a push of an unknown branch', () => send('DELETE', '/self-serve/nope/rev/0123456789ab')],
  ['234', 'rebuild', () => send('POST', '/self-serve/try/build', { build_id })],
  ['242', 'a bad count', () => send('POST', '/self-serve/try/build', { build_id, count: 'x' })],
  ['243', 'rebuild with a bad priority', () => send('POST', '/self-serve/try/build', { build_id, priority: 'x' })],
  ['244', 'rebuild nothing', () => ({ method: 'POST', url: `/self-serve/try/build?format=json`, headers: formType })],
  ['246', 'rebuild an unknown build', () => send('POST', '/self-serve/try/build', { build_id: '999999' })],
  ['247', 'rebuild a build of another branch', () => send('POST', '/self-serve/ash/build', { build_id })],
  [
    '248',
    'rebuild by JSON',
    () => ({
      method: 'POST',
      url: `/self-serve/try/build?format=json`,
      body: '{"build_id": 1}',
      headers: { 'content-type': 'application/json' },
    }),
  ],
  [
    '249',
    'rebuild by multipart',
    () => ({
      method: 'POST',
      url: `/self-serve/try/build?format=json`,
      body: `--X\r\nContent-Disposition: form-data; name="build_id"\r\n\r\n${failed.buildId}\r\n--X--\r\n`,
      headers: { 'content-type': 'multipart/form-data; boundary=X' },
    }),
  ],
  ['250', 'rebuild as HTML', () => ({ method: 'POST', url: '/self-serve/try/build', form: { build_id } })],
  [
    '253',
    'rebuild a request',
    () => send('POST', '/self-serve/try/request', { request_id, count: '3', priority: '-1' }),
  ],
  [
    '255',
    'rebuild no request',
    () => ({ method: 'POST', url: `/self-serve/try/request?format=json`, headers: formType }),
  ],
  ['256', 'rebuild an unknown request', () => send('POST', '/self-serve/try/request', { request_id: '999999' })],
  ['257', 'rebuild a request half a time', () => send('POST', '/self-serve/try/request', { request_id, count: '1.5' })],
  [
    '258',
    'rebuild a request of an unknown branch',
    () => send('POST', '/self-serve/nope/request', { request_id: '1' }),
  ],
  ['262', 'new builds as HTML', () => ({ method: 'POST', url: '/self-serve/try/rev/e4fbe62d887b' })],
  ['263', 'new builds on an unknown branch', () => send('POST', '/self-serve/nope/rev/e4fbe62d887b')],
  ['264', 'new builds at any revision', () => send('POST', '/self-serve/try/rev/zzzz')],
  [
    '276',
    'PGO builds with a bad priority',
    () => send('POST', '/self-serve/mozilla-central/rev/e0517ffd4cde/pgo', { priority: 'x' }),
  ],
  [
    '280',
    'nightlies with a bad priority',
    () => send('POST', '/self-serve/mozilla-central/rev/e0517ffd4cde/nightly', { priority: 'x' }),
  ],
  [
    '286',
    'a slash cannot be sent',
    () => send('POST', '/self-serve/ash/builders/linux%2Farm64%20ash%20cross%20build/60f7a51208a5'),
  ],
  [
    '297',
    'any builder on an unknown branch',
    () => send('POST', '/self-serve/nope/builders/Linux%20x86-64%20try%20build/e4fbe62d887b'),
  ],
  [
    '298',
    'any builder as HTML',
    () => ({ method: 'POST', url: '/self-serve/try/builders/Linux%20x86-64%20try%20build/e4fbe62d887b' }),
  ],
]

describe('writes are accepted and refused as recorded', () => {
  it.each(cases)('%s: %s', (number, _, sent) => {
    const { told, recorded } = compare(farm, number, sent())
    expect(told).toEqual(recorded)
  })
})
