import { describe, expect, it } from 'vitest'
import { agentSaid, compare, get, has, is, send, settling } from './recordedCase.ts'
import type { Case } from './recordedCase.ts'
import { recordedWorld } from './recordedWorld.ts'
import { caller } from './testCaller.ts'

const { farm, waiting, runningBuild, doneBuild, doneRequest, failed, merged, inbound, test, waitingAgain } =
  recordedWorld()
const build_id = String(failed.buildId)
const refusing = caller({ scenario: 'broker-down' })
const settled = settling(farm)

const cases: Case[] = [
  [
    '226',
    'cancel the old build of a request that waits again, done',
    () => {
      // It waits again only at birth: by then it runs elsewhere, and the old build is no master's any more.
      return settled(
        agentSaid(/^Error cancelling build$/, true),
        'DELETE',
        `/self-serve/try/build/${waitingAgain.buildIds[0]}`,
      )
    },
  ],
  ['200', 'cancel a pending request', () => send('DELETE', waiting)],
  ['201', 'a job nobody has acted on', () => get(`/self-serve/jobs/${farm.write('DELETE', waiting)}`)],
  ['202', 'the same as HTML', () => ({ url: `/self-serve/jobs/${farm.write('DELETE', waiting)}` })],
  ['203', 'cancelled twice', () => settled(agentSaid(/^Request \d+ is complete, nothing to do$/), 'DELETE', waiting)],
  [
    '204',
    'a vanished request',
    () => get(waiting, has({ complete: 1, claimed_at: 0, build_ids: [], complete_at: expect.any(Number) })),
  ],
  [
    '207',
    'cancel a running request, done',
    () => settled(agentSaid(/^\d+: Ok$/), 'DELETE', `/self-serve/try/request/${test.requestIds[0]}`),
  ],
  [
    '209',
    'cancel a finished request, done',
    () => settled(agentSaid(/^Request \d+ is complete, nothing to do$/), 'DELETE', doneRequest),
  ],
  ['217', 'cancel a merged build', () => send('DELETE', `/self-serve/try/build/${merged.buildId}`)],
  ['218', 'cancel a build, done', () => settled(agentSaid(/^Ok$/), 'DELETE', runningBuild)],
  [
    '219',
    'a cancelled merged build',
    () => get(`/self-serve/try/build/${merged.buildId}`, has({ status: 4, endtime: expect.any(Number) })),
  ],
  [
    '221',
    'cancel a finished build, done',
    () => settled(agentSaid(/^Build is complete, nothing to do$/), 'DELETE', doneBuild),
  ],
  [
    '228',
    'cancel a push with nothing active, done',
    () => settled(agentSaid(/^$/), 'DELETE', '/self-serve/mozilla-beta/rev/e88b9eb4a293'),
  ],
  [
    '230',
    'cancel a push, done',
    () => settled(agentSaid(/^\d+: Ok/), 'DELETE', `/self-serve/mozilla-inbound/rev/${inbound.revision}`),
  ],
  [
    '237',
    'rebuild three times, done',
    () =>
      settled(has({ what: { bid: failed.buildId, count: 3, priority: 2 } }), 'POST', '/self-serve/try/build', {
        build_id,
        count: '3',
        priority: '2',
      }),
  ],
  [
    '240',
    'rebuild no times, done',
    () => settled(agentSaid(/^Ok$/), 'POST', '/self-serve/try/build', { build_id, count: '0' }),
  ],
  [
    '261',
    'new builds at a revision, done',
    () => settled(agentSaid(/^Ok$/), 'POST', '/self-serve/try/rev/0a0a0a0a0a0a'),
  ],
  [
    '265',
    'a push nobody pushed',
    () => {
      settled(agentSaid(/^Ok$/), 'POST', '/self-serve/try/rev/zzzy')
      return get('/self-serve/try/rev/zzzy')
    },
  ],
  ['266', 'is_done while pending', () => get('/self-serve/try/rev/zzzy/is_done', has({ job_complete: false }))],
  [
    '271',
    'new builds that fail, done',
    () =>
      settled(
        agentSaid(/^there was an error processing your request/, true),
        'POST',
        '/self-serve/try/rev/failsendchange',
      ),
  ],
  [
    '273',
    'PGO builds where there are none, done',
    () => settled(agentSaid(/^No builds to create$/), 'POST', '/self-serve/mozilla-beta/rev/e88b9eb4a293/pgo'),
  ],
  [
    '275',
    'PGO builds, done',
    () => settled(agentSaid(/^Ok$/), 'POST', '/self-serve/mozilla-central/rev/e0517ffd4cde/pgo', { priority: '3' }),
  ],
  [
    '278',
    'nightlies, done',
    () => settled(agentSaid(/^Ok$/), 'POST', '/self-serve/mozilla-central/rev/e0517ffd4cde/nightly'),
  ],
  [
    '282',
    'any builder, done',
    () =>
      settled(
        has({ what: { branch: 'try-selfserve', properties: { n: 3 }, files: ['https://x.example/f'], priority: 2 } }),
        'POST',
        '/self-serve/try/builders/Ubuntu%20VM%2012.04%20x64%20try%20opt%20test%20mochitest-1/0b0b0b0b0b0b',
        { priority: '2', properties: '{"n": 3}', files: '["https://x.example/f"]' },
      ),
  ],
  [
    '285',
    'a plus stays a plus',
    () =>
      settled(
        has({ what: { builder_name: 'Linux+x86-64+try+build' } }),
        'POST',
        '/self-serve/try/builders/Linux+x86-64+try+build/0b0b0b0b0b0b',
      ),
  ],
  [
    '290',
    'a name in another alphabet',
    () =>
      settled(
        has({ what: { builder_name: 'Linux x86-64 ash déjà-vu ☃ build' } }),
        'POST',
        '/self-serve/ash/builders/Linux%20x86-64%20ash%20d%C3%A9j%C3%A0-vu%20%E2%98%83%20build/0b0b0b0b0b0b',
      ),
  ],
  [
    '295',
    'bad JSON in a form is dropped',
    () =>
      settled(
        has({ what: { properties: {}, files: [] } }),
        'POST',
        '/self-serve/try/builders/Linux%20x86-64%20try%20build/0b0b0b0b0b0b',
        { properties: '{nope', files: '"str"' },
      ),
  ],
  [
    '299',
    'the broker refuses a priority',
    () => ({ caller: refusing, method: 'PUT', url: `${waiting}?format=json`, form: { priority: '1' } }),
  ],
  ['300', 'the broker refuses as HTML', () => ({ caller: refusing, method: 'DELETE', url: waiting })],
  [
    '301',
    'the broker refuses a rebuild',
    () => ({ caller: refusing, method: 'POST', url: `/self-serve/try/build?format=json`, form: { build_id } }),
  ],
  [
    '303',
    'the broker refuses new builds, with a 202',
    () => ({ caller: refusing, method: 'POST', url: `/self-serve/try/rev/e4fbe62d887b?format=json` }),
  ],
  [
    '304',
    'the broker refuses PGO builds, with a 202',
    () => ({ caller: refusing, method: 'POST', url: `/self-serve/try/rev/e4fbe62d887b/pgo?format=json` }),
  ],
  [
    '306',
    'the broker refuses any builder, with a 202',
    () => ({ caller: refusing, method: 'POST', url: `/self-serve/try/builders/x/e4fbe62d887b?format=json` }),
  ],
  [
    '307',
    'what the broker refused stays in the log',
    () => ({
      caller: refusing,
      url: `/self-serve/jobs?num=3&format=json`,
      holds: is(
        Array(3).fill(expect.objectContaining({ completed_at: null, complete_data: null, who: 'ann@example.com' })),
      ),
    }),
  ],
  ['309', 'the log', () => get('/self-serve/jobs')],
  ['310', 'a part of the log', () => get('/self-serve/jobs?num=2&offset=3', (body) => expect(body).toHaveLength(2))],
  ['311', 'a bad number resets both', () => get('/self-serve/jobs?num=x&offset=3', is(farm.json('/self-serve/jobs')))],
  ['313', 'nothing of the log', () => get('/self-serve/jobs?num=0', is([]))],
  ['314', 'the log as HTML', () => ({ url: '/self-serve/jobs' })],
  ['315', 'the log by Accept', () => ({ url: '/self-serve/jobs?num=1', headers: { accept: 'application/json' } })],
  ['316', 'an unknown job', () => get('/self-serve/jobs/999999')],
  ['317', 'an unknown job as HTML', () => ({ url: '/self-serve/jobs/999999' })],
  ['318', 'a job id that is no number', () => get('/self-serve/jobs/abc')],
  ['320', 'DELETE on a job is the GET', () => send('DELETE', '/self-serve/jobs/41001')],
]

describe('the agent acts, and the log tells, as recorded', () => {
  it.each(cases)('%s: %s', (number, _, sent) => {
    const { told, recorded } = compare(farm, number, sent())
    expect(told).toEqual(recorded)
  })
})
