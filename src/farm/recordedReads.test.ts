import { describe, expect, it } from 'vitest'
import { compare, get, has, is, isEmpty } from './recordedCase.ts'
import type { Case } from './recordedCase.ts'
import { recordedWorld } from './recordedWorld.ts'

const { farm, waiting, runningBuild, runningRequest, doneBuild, doneRequest, push, ...known } = recordedWorld()
const { exception, merged, mergedOver, inbound, test, retried, waitingAgain, nightly, failed } = known
const revision = push.slice(-40)

const cases: Case[] = [
  ['006', 'branches', () => get('/self-serve/branches')],
  ['007', 'branches as HTML', () => ({ url: '/self-serve/branches?format=html' })],
  ['008', 'branches in an unknown format', () => ({ url: '/self-serve/branches?format=xml' })],
  ['003', 'the API root is HTML', () => get('/self-serve')],
  ['011', 'builders', () => get('/self-serve/try/builders')],
  ['014', 'builders of an unknown branch', () => get('/self-serve/nope/builders')],
  ['020', 'a day', () => get('/self-serve/try')],
  ['021', 'a day with builds merged over revisions', () => get('/self-serve/mozilla-inbound')],
  ['018', 'a day by Accept', () => ({ url: '/self-serve/mozilla-central?', headers: { accept: 'application/json' } })],
  ['019', 'a day as HTML', () => ({ url: '/self-serve/ash' })],
  ['022', 'a past day', () => get('/self-serve/mozilla-central?date=2026-11-24')],
  ['023', 'a day without builds', () => get('/self-serve/ash?date=2031-01-01')],
  ['024', 'a bad date', () => get('/self-serve/ash?date=yesterday')],
  ['025', 'an unknown branch', () => get('/self-serve/nope')],
  ['027', 'an unknown branch as HTML', () => ({ url: '/self-serve/nope' })],
  ['028', 'a long branch name', () => get('/self-serve/integration%2Fmozilla-inbound')],
  ['031', 'a failed build', () => get(doneBuild)],
  ['033', 'a build with an exception', () => get(`/self-serve/${exception.branch}/build/${exception.buildId}`)],
  ['035', 'a running build', () => get(runningBuild)],
  ['036', 'a merged build', () => get(`/self-serve/try/build/${merged.buildIds.at(-1)}`)],
  ['037', 'a merged build by its lowest id', () => get(`/self-serve/try/build/${merged.buildIds[0]}`)],
  ['038', 'a retried build', () => get(`/self-serve/try/build/${retried.buildIds[0]}`)],
  ['039', 'its second build', () => get(`/self-serve/try/build/${retried.buildIds.at(-1)}`, has({ endtime: null }))],
  [
    '040',
    'the build of a request that waits again',
    () =>
      get(
        `/self-serve/try/build/${waitingAgain.buildIds[0]}`,
        has({ status: null, endtime: expect.any(Number), claimed_by_name: null }),
      ),
  ],
  ['041', 'a nightly without revision', () => get(`/self-serve/mozilla-central/build/${nightly}`)],
  ['043', 'a build of another branch', () => get(`/self-serve/ash/build/${failed.buildId}`)],
  ['044', 'a build with a long branch', () => get(`/self-serve/mozilla-inbound/build/${inbound.buildId}`)],
  ['045', 'a test build', () => get(`/self-serve/${test.branch}/build/${test.buildId}`)],
  ['046', 'an unknown build', () => get('/self-serve/try/build/999999')],
  ['047', 'an unknown build as HTML', () => ({ url: '/self-serve/try/build/999999' })],
  ['048', 'a build id that is no number', () => get('/self-serve/try/build/abc')],
  ['049', 'a build as HTML', () => ({ url: doneBuild })],
  ['050', 'a build by Accept', () => ({ url: doneBuild, headers: { accept: 'text/html, application/json;q=0.1' } })],
  ['052', 'format beats Accept', () => ({ url: `${doneBuild}?format=html`, headers: { accept: 'application/json' } })],
  ['053', 'a build in an unknown format', () => ({ url: `${doneBuild}?format=xml`, holds: isEmpty })],
  ['054', 'an unknown build in an unknown format', () => ({ url: '/self-serve/try/build/999999?format=xml' })],
  [
    '055',
    'an empty format',
    () => ({ url: `${doneBuild}?format=`, headers: { accept: 'application/json' }, holds: isEmpty }),
  ],
  ['056', 'format twice', () => ({ url: `${doneBuild}?format=json&format=json` })],
  ['057', 'format in capitals', () => ({ url: `${doneBuild}?format=JSON`, holds: isEmpty })],
  ['058', 'a pending request', () => get(waiting, has({ complete: 0, claimed_at: 0, complete_at: null }))],
  ['059', 'a running request', () => get(runningRequest, has({ complete: 0, build_ids: [expect.any(Number)] }))],
  ['060', 'a finished request', () => get(doneRequest)],
  [
    '061',
    'a merged request has a build id of its own',
    () => get(`/self-serve/try/request/${merged.requestIds[0]}`, has({ build_ids: [merged.buildIds[0]] })),
  ],
  [
    '063',
    'a request that waits again',
    () =>
      get(
        `/self-serve/try/request/${waitingAgain.requestId}`,
        has({ claimed_at: 0, build_ids: waitingAgain.buildIds }),
      ),
  ],
  ['064', 'a retried request', () => get(`/self-serve/try/request/${retried.requestId}`)],
  ['068', 'a request of another branch', () => get(waiting.replace('/try/', '/ash/'))],
  ['069', 'an unknown request', () => get('/self-serve/try/request/999999')],
  ['070', 'a request id that is no number', () => get('/self-serve/try/request/abc')],
  ['071', 'a request of an unknown branch', () => get('/self-serve/nope/request/1')],
  ['072', 'a request as HTML', () => ({ url: waiting })],
  ['073', 'a push', () => get(push)],
  ['075', 'a push as HTML', () => ({ url: push })],
  ['080', 'a push by a prefix', () => get(`/self-serve/try/rev/${revision.slice(0, 8)}`)],
  ['082', 'a push by a wildcard', () => get('/self-serve/ash/rev/%25')],
  [
    '086',
    'a push of a build merged over revisions',
    () => get(`/self-serve/mozilla-inbound/rev/${mergedOver.revision}`),
  ],
  ['091', 'an unknown push', () => get('/self-serve/try/rev/0123456789ab')],
  ['092', 'an unknown push as HTML', () => ({ url: '/self-serve/try/rev/0123456789ab' })],
  ['093', 'a push of an unknown branch', () => get('/self-serve/nope/rev/0123456789ab')],
  ['094', 'a push without revision', () => get('/self-serve/mozilla-central/rev/None')],
  ['095', 'a push in an unknown format', () => ({ url: `${push}?format=xml`, holds: isEmpty })],
  [
    '098',
    'is_done while running',
    () => get(`${push}/is_done`, is({ stableDelay: 180, job_complete: false, job_passed: false })),
  ],
  [
    '102',
    'is_done with a bad delay',
    () => ({ url: `${push}/is_done?format=json&stableDelay=abc`, holds: has({ stableDelay: 180 }) }),
  ],
  ['104', 'is_done of an unknown push', () => get('/self-serve/try/rev/0123456789ab/is_done')],
  ['105', 'is_done as HTML', () => ({ url: `${push}/is_done` })],
  ['106', 'a user', () => get('/self-serve/try/user/bob%40example.org')],
  ['107', 'a user in another alphabet', () => get('/self-serve/try/user/j%C3%B6rg.%C3%BCnal%40example.net')],
  ['110', 'an unknown user', () => get('/self-serve/try/user/nobody', is({ running: [], builds: [], pending: [] }))],
  ['111', 'a user of an unknown branch', () => get('/self-serve/nope/user/nobody')],
  ['112', 'a user as HTML', () => ({ url: '/self-serve/try/user/bob%40example.org' })],
]

describe('lists, builds and requests are told as recorded', () => {
  it.each(cases)('%s: %s', (number, _, sent) => {
    const { told, recorded } = compare(farm, number, sent())
    expect(told).toEqual(recorded)
  })
})
