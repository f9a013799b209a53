import { describe, expect, it } from 'vitest'
import { JobList } from '../contract/records.ts'
import { differences, recording } from './recordedShapes.ts'
import { caller, one } from './testCaller.ts'
import type { Caller } from './testCaller.ts'
import type { TruthBuild } from './truth.ts'

/** What a case sends. Without `user` it comes from ann; `user: null` is nobody. */
type Sent = {
  method?: string
  url: string
  form?: Record<string, string>
  body?: string
  headers?: Record<string, string>
  /** Asked in a world of this scenario. */
  caller?: Caller
  /** Extra assertion on the parsed or raw body. */
  holds?: (body: unknown, text: string) => void
}

const farm = caller()
const refusing = caller({ scenario: 'broker-down' })
const signedOut = caller({}, { user: null })

const rows = (branch: string) => JobList.parse(farm.json(`/self-serve/${branch}`)).filter((row) => 'build_id' in row)
const truth = () => farm.farm.truth(farm.now)
const onTry = (build: TruthBuild): boolean => build.sourceBranch === 'try'
const running = one(truth().running, (build) => onTry(build) && build.endsAt > farm.now + 3600)
const failed = one(truth().failed, (build) => build.branch === 'try' && build.result === 2)
const exception = one(truth().failed, (build) => build.result === 4)
const merged = one(truth().merged, (build) => build.endedAt === null && onTry(build))
const mergedOver = one(truth().merged, (build) => build.branch === 'mozilla-inbound' && build.endedAt !== null)
const retried = one(truth().retried, (request) => request.buildIds.length > 1)
const pending = one(truth().pending, (request) => request.branch === 'try')
const noRevision = one(rows('mozilla-central'), (row) => row.revision === null)
const inbound = one(truth().running, (build) => build.sourceBranch === 'integration/mozilla-inbound')
const test = one(truth().running, (build) => /unittest/.test(build.sourceBranch ?? ''))
const q = 'format=json'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** Sends, waits for the agent, and looks at what became of it. */
function settled(method: string, url: string, fields?: Record<string, string>): number {
  const job = farm.write(method, url, fields)
  farm.now += 15
  return job
}
const message = (says: string | RegExp, errors = false) => (body: unknown) =>
  expect(body).toMatchObject({ complete_data: { body: { errors, msg: expect.stringMatching(says) } } })

const cases: [number: string, what: string, send: () => Sent][] = [
  ['006', 'branches', () => ({ url: `/self-serve/branches?${q}` })],
  ['007', 'branches as HTML', () => ({ url: '/self-serve/branches?format=html' })],
  ['008', 'branches in an unknown format', () => ({ url: '/self-serve/branches?format=xml' })],
  ['003', 'the API root is HTML', () => ({ url: `/self-serve?${q}` })],
  ['011', 'builders', () => ({ url: `/self-serve/try/builders?${q}` })],
  ['014', 'builders of an unknown branch', () => ({ url: `/self-serve/nope/builders?${q}` })],
  ['020', 'a day', () => ({ url: `/self-serve/try?${q}` })],
  ['021', 'a day with builds merged over revisions', () => ({ url: `/self-serve/mozilla-inbound?${q}` })],
  ['018', 'a day by Accept', () => ({ url: '/self-serve/mozilla-central?', headers: { accept: 'application/json' } })],
  ['019', 'a day as HTML', () => ({ url: '/self-serve/ash' })],
  ['022', 'a past day', () => ({ url: `/self-serve/mozilla-central?date=2026-11-24&${q}` })],
  ['023', 'a day without builds', () => ({ url: `/self-serve/ash?date=2031-01-01&${q}` })],
  ['024', 'a bad date', () => ({ url: `/self-serve/ash?date=yesterday&${q}` })],
  ['025', 'an unknown branch', () => ({ url: `/self-serve/nope?${q}` })],
  ['027', 'an unknown branch as HTML', () => ({ url: '/self-serve/nope' })],
  ['028', 'a long branch name', () => ({ url: `/self-serve/integration%2Fmozilla-inbound?${q}` })],
  ['031', 'a failed build', () => ({ url: `/self-serve/try/build/${failed.buildId}?${q}` })],
  ['033', 'a build with an exception', () => ({ url: `/self-serve/${exception.branch}/build/${exception.buildId}?${q}` })],
  ['035', 'a running build', () => ({ url: `/self-serve/try/build/${running.buildId}?${q}` })],
  ['036', 'a merged build', () => ({ url: `/self-serve/try/build/${merged.buildIds.at(-1)}?${q}` })],
  ['037', 'a merged build by its lowest id', () => ({ url: `/self-serve/try/build/${merged.buildIds[0]}?${q}` })],
  ['038', 'a retried build', () => ({ url: `/self-serve/${retried.branch}/build/${retried.buildIds[0]}?${q}` })],
  ['041', 'a nightly without revision', () => ({ url: `/self-serve/mozilla-central/build/${noRevision.build_id}?${q}` })],
  ['043', 'a build of another branch', () => ({ url: `/self-serve/ash/build/${failed.buildId}?${q}` })],
  ['044', 'a build with a long branch', () => ({ url: `/self-serve/mozilla-inbound/build/${inbound.buildId}?${q}` })],
  ['045', 'a test build', () => ({ url: `/self-serve/${test.branch}/build/${test.buildId}?${q}` })],
  ['046', 'an unknown build', () => ({ url: `/self-serve/try/build/999999?${q}` })],
  ['047', 'an unknown build as HTML', () => ({ url: '/self-serve/try/build/999999' })],
  ['048', 'a build id that is no number', () => ({ url: `/self-serve/try/build/abc?${q}` })],
  ['049', 'a build as HTML', () => ({ url: `/self-serve/try/build/${failed.buildId}` })],
  ['050', 'a build by Accept', () => ({ url: `/self-serve/try/build/${failed.buildId}`, headers: { accept: 'text/html, application/json;q=0.1' } })],
  ['052', 'format beats Accept', () => ({ url: `/self-serve/try/build/${failed.buildId}?format=html`, headers: { accept: 'application/json' } })],
  ['053', 'a build in an unknown format', () => ({ url: `/self-serve/try/build/${failed.buildId}?format=xml`, holds: (_, text) => expect(text).toBe('') })],
  ['054', 'an unknown build in an unknown format', () => ({ url: '/self-serve/try/build/999999?format=xml' })],
  ['055', 'an empty format', () => ({ url: `/self-serve/try/build/${failed.buildId}?format=`, headers: { accept: 'application/json' }, holds: (_, text) => expect(text).toBe('') })],
  ['056', 'format twice', () => ({ url: `/self-serve/try/build/${failed.buildId}?${q}&${q}` })],
  ['057', 'format in capitals', () => ({ url: `/self-serve/try/build/${failed.buildId}?format=JSON`, holds: (_, text) => expect(text).toBe('') })],
  ['058', 'a pending request', () => ({ url: `/self-serve/try/request/${pending.requestId}?${q}`, holds: (body) => expect(body).toMatchObject({ complete: 0, claimed_at: 0, complete_at: null }) })],
  ['059', 'a running request', () => ({ url: `/self-serve/try/request/${running.requestIds[0]}?${q}`, holds: (body) => expect(body).toMatchObject({ complete: 0, build_ids: [expect.any(Number)] }) })],
  ['060', 'a finished request', () => ({ url: `/self-serve/try/request/${failed.requestIds[0]}?${q}` })],
  ['061', 'a merged request has a build id of its own', () => ({ url: `/self-serve/try/request/${merged.requestIds[0]}?${q}`, holds: (body) => expect(body).toMatchObject({ build_ids: [merged.buildIds[0]] }) })],
  ['064', 'a retried request', () => ({ url: `/self-serve/${retried.branch}/request/${retried.requestId}?${q}` })],
  ['068', 'a request of another branch', () => ({ url: `/self-serve/ash/request/${pending.requestId}?${q}` })],
  ['069', 'an unknown request', () => ({ url: `/self-serve/try/request/999999?${q}` })],
  ['070', 'a request id that is no number', () => ({ url: `/self-serve/try/request/abc?${q}` })],
  ['071', 'a request of an unknown branch', () => ({ url: `/self-serve/nope/request/1?${q}` })],
  ['072', 'a request as HTML', () => ({ url: `/self-serve/try/request/${pending.requestId}` })],
  ['073', 'a push', () => ({ url: `/self-serve/try/rev/${running.revision}?${q}` })],
  ['075', 'a push as HTML', () => ({ url: `/self-serve/try/rev/${running.revision}` })],
  ['080', 'a push by a prefix', () => ({ url: `/self-serve/try/rev/${running.revision?.slice(0, 8)}?${q}` })],
  ['082', 'a push by a wildcard', () => ({ url: `/self-serve/ash/rev/%25?${q}` })],
  ['086', 'a push of a build merged over revisions', () => ({ url: `/self-serve/mozilla-inbound/rev/${mergedOver.revision}?${q}` })],
  ['091', 'an unknown push', () => ({ url: `/self-serve/try/rev/0123456789ab?${q}` })],
  ['092', 'an unknown push as HTML', () => ({ url: '/self-serve/try/rev/0123456789ab' })],
  ['093', 'a push of an unknown branch', () => ({ url: `/self-serve/nope/rev/0123456789ab?${q}` })],
  ['094', 'a push without revision', () => ({ url: `/self-serve/mozilla-central/rev/None?${q}` })],
  ['095', 'a push in an unknown format', () => ({ url: `/self-serve/try/rev/${running.revision}?format=xml`, holds: (_, text) => expect(text).toBe('') })],
  ['098', 'is_done while running', () => ({ url: `/self-serve/try/rev/${running.revision}/is_done?${q}`, holds: (body) => expect(body).toEqual({ stableDelay: 180, job_complete: false, job_passed: false }) })],
  ['102', 'is_done with a bad delay', () => ({ url: `/self-serve/try/rev/${running.revision}/is_done?${q}&stableDelay=abc`, holds: (body) => expect(body).toMatchObject({ stableDelay: 180 }) })],
  ['104', 'is_done of an unknown push', () => ({ url: `/self-serve/try/rev/0123456789ab/is_done?${q}` })],
  ['105', 'is_done as HTML', () => ({ url: `/self-serve/try/rev/${running.revision}/is_done` })],
  ['106', 'a user', () => ({ url: `/self-serve/try/user/bob%40example.org?${q}` })],
  ['107', 'a user in another alphabet', () => ({ url: `/self-serve/try/user/j%C3%B6rg.%C3%BCnal%40example.net?${q}` })],
  ['110', 'an unknown user', () => ({ url: `/self-serve/try/user/nobody?${q}`, holds: (body) => expect(body).toEqual({ running: [], builds: [], pending: [] }) })],
  ['111', 'a user of an unknown branch', () => ({ url: `/self-serve/nope/user/nobody?${q}` })],
  ['112', 'a user as HTML', () => ({ url: '/self-serve/try/user/bob%40example.org' })],
  ['113', 'all pending', () => ({ url: `/pending?${q}` })],
  ['114', 'pending of a branch', () => ({ url: `/pending/try?${q}` })],
  ['115', 'pending of a branch by query', () => ({ url: `/pending?branch=try&${q}` })],
  ['116', 'pending of a platform: ignored', () => ({ url: `/pending/try/win32?${q}` })],
  ['117', 'pending of an unknown branch', () => ({ url: `/pending/nope?${q}`, holds: (body) => expect(body).toEqual({ pending: {} }) })],
  ['118', 'pending as HTML', () => ({ url: '/pending' })],
  ['119', 'pending ignores Accept', () => ({ url: '/pending', headers: { accept: 'application/json' } })],
  ['120', 'pending in an unknown format', () => ({ url: '/pending?format=xml' })],
  ['121', 'all running', () => ({ url: `/running?${q}` })],
  ['122', 'running of a branch', () => ({ url: `/running/mozilla-inbound?${q}` })],
  ['125', 'running of an unknown branch', () => ({ url: `/running/nope?${q}`, holds: (body) => expect(body).toEqual({ running: {} }) })],
  ['127', 'running ignores Accept', () => ({ url: '/running', headers: { accept: 'application/json' } })],
  ['128', 'running in an unknown format', () => ({ url: '/running?format=xml' })],
  ['129', 'recent builds', () => ({ url: `/recent?${q}` })],
  ['130', 'so many recent builds', () => ({ url: `/recent?${q}&numbuilds=3`, holds: (body) => expect(body).toHaveLength(3) })],
  ['131', 'a bad number of recent builds', () => ({ url: `/recent?${q}&numbuilds=x` })],
  ['132', 'recent builds of machines', () => ({ url: `/recent/tst-linux64?${q}` })],
  ['133', 'recent builds of one machine', () => ({ url: `/recent/tst-linux64?${q}&greedy=false`, holds: (body) => expect(body).toEqual([]) })],
  ['134', 'recent builds by a broken query', () => ({ url: `/recent?slave=tst-linux64-ec2-001&${q}` })],
  ['135', 'recent builds as HTML', () => ({ url: '/recent' })],
  ['137', 'recent builds in an unknown format', () => ({ url: '/recent?format=xml' })],
  ['138', 'the other list of a push', () => ({ url: `/revision/try/${running.revision}?${q}` })],
  ['140', 'the other list does not cut revisions', () => ({ url: `/revision/try/${(test.revision ?? '').padEnd(40, '0')}?${q}`, holds: (body) => expect(body).toMatchObject({ all: {} }) })],
  ['142', 'the other list of an unknown push', () => ({ url: `/revision/try/0123456789ab?${q}` })],
  ['143', 'the other list of an unknown branch', () => ({ url: `/revision/nope/0123456789ab?${q}` })],
  ['144', 'the other list in an unknown format', () => ({ url: `/revision/try/${running.revision}?format=xml` })],
  ['145', 'push counts', () => ({ url: `/pushes?${q}` })],
  ['146', 'push counts of a branch', () => ({ url: `/pushes/try?${q}` })],
  ['147', 'push counts since', () => ({ url: `/pushes/mozilla-inbound/${farm.now - 7200}?${q}` })],
  ['148', 'push counts between', () => ({ url: `/pushes/mozilla-inbound/${farm.now - 7200}/${farm.now - 3600}?${q}` })],
  ['150', 'push counts of today', () => ({ url: `/pushes/try/today?${q}` })],
  ['151', 'push counts since nonsense', () => ({ url: `/pushes/try/xyz?${q}` })],
  ['152', 'push counts of an unknown branch', () => ({ url: `/pushes/nope?${q}`, holds: (body) => expect(body).toEqual({ TOTAL: 0 }) })],
  ['154', 'push counts in an unknown format', () => ({ url: '/pushes?format=xml' })],
  ['155', 'a trailing slash', () => ({ url: `/self-serve/branches/?${q}` })],
  ['157', 'a trailing slash on a POST', () => ({ method: 'POST', url: `/self-serve/try/build/?${q}`, form: { build_id: '1' } })],
  ['159', 'no such route', () => ({ url: `/self-serve/try/nonsense?${q}` })],
  ['161', 'GET where only POST is', () => ({ url: `/self-serve/try/build?${q}` })],
  ['162', 'POST where only GET is', () => ({ method: 'POST', url: `/self-serve/try/build/${failed.buildId}?${q}`, form: { count: '1' } })],
  ['163', 'DELETE on a branch is the GET', () => ({ method: 'DELETE', url: `/self-serve/ash?${q}` })],
  ['164', 'HEAD', () => ({ method: 'HEAD', url: `/self-serve/try/build/${failed.buildId}?${q}`, holds: (_, text) => expect(text).toBe('') })],
  ['170', 'nobody reprioritizes', () => ({ caller: signedOut, method: 'PUT', url: `/self-serve/try/request/${pending.requestId}?${q}`, form: { priority: '1' } })],
  ['171', 'nobody cancels', () => ({ caller: signedOut, method: 'DELETE', url: `/self-serve/try/request/${pending.requestId}`, headers: { accept: 'application/json' } })],
  ['172', 'nobody rebuilds', () => ({ caller: signedOut, method: 'POST', url: `/self-serve/try/build?${q}`, form: { build_id: '1' } })],
  ['173', 'an empty user', () => ({ method: 'POST', url: `/self-serve/try/build?${q}`, form: { build_id: '1' }, headers: { 'x-remote-user': '' } })],
  ['174', 'auth before the branch', () => ({ caller: signedOut, method: 'DELETE', url: `/self-serve/nope/rev/abc?${q}` })],
  ['175', 'nobody asks for a new build', () => ({ caller: signedOut, method: 'POST', url: `/self-serve/try/rev/e4fbe62d887b?${q}` })],
  ['177', 'anyone may say who he is', () => ({ caller: signedOut, method: 'DELETE', url: `/self-serve/try/build/999999?${q}`, headers: { 'x-remote-user': 'anyone' } })],
  ['178', 'reprioritize', () => ({ method: 'PUT', url: `/self-serve/try/request/${pending.requestId}?${q}`, form: { priority: '7' } })],
  ['179', 'reprioritize, done', () => ({ url: `/self-serve/jobs/${settled('PUT', `/self-serve/try/request/${pending.requestId}`, { priority: '6' })}?${q}`, holds: message(/^Ok$/) })],
  ['180', 'reprioritized', () => ({ url: `/self-serve/try/request/${pending.requestId}?${q}`, holds: (body) => expect(body).toMatchObject({ priority: 6 }) })],
  ['182', 'reprioritize as HTML', () => ({ method: 'PUT', url: `/self-serve/try/request/${pending.requestId}`, form: { priority: '1' } })],
  ['183', 'a priority in the query', () => ({ method: 'PUT', url: `/self-serve/try/request/${pending.requestId}?${q}&priority=2` })],
  ['185', 'a bad priority', () => ({ method: 'PUT', url: `/self-serve/try/request/${pending.requestId}?${q}`, form: { priority: 'a' } })],
  ['186', 'a bad priority as HTML', () => ({ method: 'PUT', url: `/self-serve/try/request/${pending.requestId}`, form: { priority: 'a' } })],
  ['187', 'half a priority', () => ({ method: 'PUT', url: `/self-serve/try/request/${pending.requestId}?${q}`, form: { priority: '1.5' } })],
  ['188', 'a negative priority', () => ({ method: 'PUT', url: `/self-serve/try/request/${pending.requestId}?${q}`, form: { priority: '-5' } })],
  ['189', 'a JSON body', () => ({ method: 'PUT', url: `/self-serve/try/request/${pending.requestId}?${q}`, body: '{"priority": 3}', headers: { 'content-type': 'application/json' } })],
  ['190', 'reprioritize what is no number', () => ({ method: 'PUT', url: `/self-serve/try/request/abc?${q}`, form: { priority: '1' } })],
  ['191', 'reprioritize a running one', () => ({ method: 'PUT', url: `/self-serve/try/request/${running.requestIds[0]}?${q}`, form: { priority: '1' } })],
  ['192', 'reprioritize a finished one', () => ({ method: 'PUT', url: `/self-serve/try/request/${failed.requestIds[0]}?${q}`, form: { priority: '1' } })],
  ['193', 'reprioritize an unknown one', () => ({ method: 'PUT', url: `/self-serve/try/request/999999?${q}`, form: { priority: '1' } })],
  ['195', 'reprioritize on an unknown branch', () => ({ method: 'PUT', url: `/self-serve/nope/request/336?${q}`, form: { priority: '1' } })],
  ['196', '_method in the form', () => ({ method: 'POST', url: `/self-serve/try/request/${pending.requestId}?${q}`, form: { _method: 'PUT', priority: '2' } })],
  ['197', '_method in the query', () => ({ method: 'POST', url: `/self-serve/try/request/${pending.requestId}?${q}&_method=PUT`, form: { priority: '2' } })],
  ['198', 'reprioritize in an unknown format', () => ({ method: 'PUT', url: `/self-serve/try/request/${pending.requestId}?format=xml`, form: { priority: '2' } })],
  ['199', 'format in the form', () => ({ method: 'PUT', url: `/self-serve/try/request/${pending.requestId}`, form: { priority: '2', format: 'json' } })],
  ['200', 'cancel a pending request', () => ({ method: 'DELETE', url: `/self-serve/try/request/${pending.requestId}?${q}` })],
  ['201', 'a job nobody has acted on', () => ({ url: `/self-serve/jobs/${farm.write('DELETE', `/self-serve/try/request/${pending.requestId}`)}?${q}` })],
  ['202', 'the same as HTML', () => ({ url: `/self-serve/jobs/${farm.write('DELETE', `/self-serve/try/request/${pending.requestId}`)}` })],
  ['203', 'cancelled twice', () => ({ url: `/self-serve/jobs/${settled('DELETE', `/self-serve/try/request/${pending.requestId}`)}?${q}`, holds: message(/^Request \d+ is complete, nothing to do$/) })],
  ['204', 'a vanished request', () => ({ url: `/self-serve/try/request/${pending.requestId}?${q}`, holds: (body) => expect(body).toMatchObject({ complete: 1, claimed_at: 0, build_ids: [], complete_at: expect.any(Number) }) })],
  ['207', 'cancel a running request, done', () => ({ url: `/self-serve/jobs/${settled('DELETE', `/self-serve/try/request/${test.requestIds[0]}`)}?${q}`, holds: message(/^\d+: Ok$/) })],
  ['209', 'cancel a finished request, done', () => ({ url: `/self-serve/jobs/${settled('DELETE', `/self-serve/try/request/${failed.requestIds[0]}`)}?${q}`, holds: message(/^Request \d+ is complete, nothing to do$/) })],
  ['210', 'cancel an unknown request', () => ({ method: 'DELETE', url: `/self-serve/try/request/999999?${q}` })],
  ['211', 'cancel what is no number', () => ({ method: 'DELETE', url: `/self-serve/try/request/abc?${q}` })],
  ['212', 'cancel on an unknown branch', () => ({ method: 'DELETE', url: `/self-serve/nope/request/1?${q}` })],
  ['213', 'cancel as HTML', () => ({ method: 'DELETE', url: `/self-serve/try/request/${failed.requestIds[0]}` })],
  ['215', 'cancel by a plain GET', () => ({ url: `/self-serve/try/request/${failed.requestIds[0]}?${q}&_method=DELETE` })],
  ['217', 'cancel a merged build', () => ({ method: 'DELETE', url: `/self-serve/try/build/${merged.buildId}?${q}` })],
  ['218', 'cancel a build, done', () => ({ url: `/self-serve/jobs/${settled('DELETE', `/self-serve/try/build/${running.buildId}`)}?${q}`, holds: message(/^Ok$/) })],
  ['219', 'a cancelled merged build', () => ({ url: `/self-serve/try/build/${merged.buildId}?${q}`, holds: (body) => expect(body).toMatchObject({ status: 4, endtime: expect.any(Number) }) })],
  ['221', 'cancel a finished build, done', () => ({ url: `/self-serve/jobs/${settled('DELETE', `/self-serve/try/build/${failed.buildId}`)}?${q}`, holds: message(/^Build is complete, nothing to do$/) })],
  ['222', 'cancel an unknown build', () => ({ method: 'DELETE', url: `/self-serve/try/build/999999?${q}` })],
  ['223', 'cancel a build that is no number', () => ({ method: 'DELETE', url: `/self-serve/try/build/abc?${q}` })],
  ['224', 'cancel a build of another branch', () => ({ method: 'DELETE', url: `/self-serve/ash/build/${failed.buildId}?${q}` })],
  ['228', 'cancel a push with nothing active, done', () => ({ url: `/self-serve/jobs/${settled('DELETE', '/self-serve/mozilla-beta/rev/e88b9eb4a293')}?${q}`, holds: message(/^$/) })],
  ['230', 'cancel a push, done', () => ({ url: `/self-serve/jobs/${settled('DELETE', `/self-serve/mozilla-inbound/rev/${inbound.revision}`)}?${q}`, holds: message(/^\d+: Ok/) })],
  ['232', 'cancel an unknown push', () => ({ method: 'DELETE', url: `/self-serve/try/rev/0123456789ab?${q}` })],
  ['233', 'cancel a push of an unknown branch', () => ({ method: 'DELETE', url: `/self-serve/nope/rev/0123456789ab?${q}` })],
  ['234', 'rebuild', () => ({ method: 'POST', url: `/self-serve/try/build?${q}`, form: { build_id: String(failed.buildId) } })],
  ['237', 'rebuild three times, done', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/try/build', { build_id: String(failed.buildId), count: '3', priority: '2' })}?${q}`, holds: (body) => expect(body).toMatchObject({ what: { bid: failed.buildId, count: 3, priority: 2 } }) })],
  ['240', 'rebuild no times, done', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/try/build', { build_id: String(failed.buildId), count: '0' })}?${q}`, holds: message(/^Ok$/) })],
  ['242', 'a bad count', () => ({ method: 'POST', url: `/self-serve/try/build?${q}`, form: { build_id: String(failed.buildId), count: 'x' } })],
  ['243', 'rebuild with a bad priority', () => ({ method: 'POST', url: `/self-serve/try/build?${q}`, form: { build_id: String(failed.buildId), priority: 'x' } })],
  ['244', 'rebuild nothing', () => ({ method: 'POST', url: `/self-serve/try/build?${q}`, headers: form })],
  ['246', 'rebuild an unknown build', () => ({ method: 'POST', url: `/self-serve/try/build?${q}`, form: { build_id: '999999' } })],
  ['247', 'rebuild a build of another branch', () => ({ method: 'POST', url: `/self-serve/ash/build?${q}`, form: { build_id: String(failed.buildId) } })],
  ['248', 'rebuild by JSON', () => ({ method: 'POST', url: `/self-serve/try/build?${q}`, body: '{"build_id": 1}', headers: { 'content-type': 'application/json' } })],
  ['249', 'rebuild by multipart', () => ({ method: 'POST', url: `/self-serve/try/build?${q}`, body: `--X\r\nContent-Disposition: form-data; name="build_id"\r\n\r\n${failed.buildId}\r\n--X--\r\n`, headers: { 'content-type': 'multipart/form-data; boundary=X' } })],
  ['250', 'rebuild as HTML', () => ({ method: 'POST', url: '/self-serve/try/build', form: { build_id: String(failed.buildId) } })],
  ['253', 'rebuild a request', () => ({ method: 'POST', url: `/self-serve/try/request?${q}`, form: { request_id: String(failed.requestIds[0]), count: '3', priority: '-1' } })],
  ['255', 'rebuild no request', () => ({ method: 'POST', url: `/self-serve/try/request?${q}`, headers: form })],
  ['256', 'rebuild an unknown request', () => ({ method: 'POST', url: `/self-serve/try/request?${q}`, form: { request_id: '999999' } })],
  ['257', 'rebuild a request half a time', () => ({ method: 'POST', url: `/self-serve/try/request?${q}`, form: { request_id: String(failed.requestIds[0]), count: '1.5' } })],
  ['258', 'rebuild a request of an unknown branch', () => ({ method: 'POST', url: `/self-serve/nope/request?${q}`, form: { request_id: '1' } })],
  ['261', 'new builds at a revision, done', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/try/rev/0a0a0a0a0a0a')}?${q}`, holds: message(/^Ok$/) })],
  ['262', 'new builds as HTML', () => ({ method: 'POST', url: '/self-serve/try/rev/e4fbe62d887b' })],
  ['263', 'new builds on an unknown branch', () => ({ method: 'POST', url: `/self-serve/nope/rev/e4fbe62d887b?${q}` })],
  ['264', 'new builds at any revision', () => ({ method: 'POST', url: `/self-serve/try/rev/zzzz?${q}` })],
  ['265', 'a push nobody pushed', () => (settled('POST', '/self-serve/try/rev/zzzy'), { url: `/self-serve/try/rev/zzzy?${q}` })],
  ['266', 'is_done while pending', () => ({ url: `/self-serve/try/rev/zzzy/is_done?${q}`, holds: (body) => expect(body).toMatchObject({ job_complete: false }) })],
  ['271', 'new builds that fail, done', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/try/rev/failsendchange')}?${q}`, holds: message(/^there was an error processing your request/, true) })],
  ['273', 'PGO builds where there are none, done', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/mozilla-beta/rev/e88b9eb4a293/pgo')}?${q}`, holds: message(/^No builds to create$/) })],
  ['275', 'PGO builds, done', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/mozilla-central/rev/e0517ffd4cde/pgo', { priority: '3' })}?${q}`, holds: message(/^Ok$/) })],
  ['276', 'PGO builds with a bad priority', () => ({ method: 'POST', url: `/self-serve/mozilla-central/rev/e0517ffd4cde/pgo?${q}`, form: { priority: 'x' } })],
  ['278', 'nightlies, done', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/mozilla-central/rev/e0517ffd4cde/nightly')}?${q}`, holds: message(/^Ok$/) })],
  ['280', 'nightlies with a bad priority', () => ({ method: 'POST', url: `/self-serve/mozilla-central/rev/e0517ffd4cde/nightly?${q}`, form: { priority: 'x' } })],
  ['282', 'any builder, done', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/try/builders/Ubuntu%20VM%2012.04%20x64%20try%20opt%20test%20mochitest-1/0b0b0b0b0b0b', { priority: '2', properties: '{"n": 3}', files: '["https://x.example/f"]' })}?${q}`, holds: (body) => expect(body).toMatchObject({ what: { branch: 'try-selfserve', properties: { n: 3 }, files: ['https://x.example/f'], priority: 2 } }) })],
  ['285', 'a plus stays a plus', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/try/builders/Linux+x86-64+try+build/0b0b0b0b0b0b')}?${q}`, holds: (body) => expect(body).toMatchObject({ what: { builder_name: 'Linux+x86-64+try+build' } }) })],
  ['286', 'a slash cannot be sent', () => ({ method: 'POST', url: `/self-serve/ash/builders/linux%2Farm64%20ash%20cross%20build/60f7a51208a5?${q}` })],
  ['290', 'a name in another alphabet', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/ash/builders/Linux%20x86-64%20ash%20d%C3%A9j%C3%A0-vu%20%E2%98%83%20build/0b0b0b0b0b0b')}?${q}`, holds: (body) => expect(body).toMatchObject({ what: { builder_name: 'Linux x86-64 ash déjà-vu ☃ build' } }) })],
  ['295', 'bad JSON in a form is dropped', () => ({ url: `/self-serve/jobs/${settled('POST', '/self-serve/try/builders/Linux%20x86-64%20try%20build/0b0b0b0b0b0b', { properties: '{nope', files: '"str"' })}?${q}`, holds: (body) => expect(body).toMatchObject({ what: { properties: {}, files: [] } }) })],
  ['297', 'any builder on an unknown branch', () => ({ method: 'POST', url: `/self-serve/nope/builders/Linux%20x86-64%20try%20build/e4fbe62d887b?${q}` })],
  ['298', 'any builder as HTML', () => ({ method: 'POST', url: '/self-serve/try/builders/Linux%20x86-64%20try%20build/e4fbe62d887b' })],
  ['299', 'the broker refuses a priority', () => ({ caller: refusing, method: 'PUT', url: `/self-serve/try/request/${pending.requestId}?${q}`, form: { priority: '1' } })],
  ['300', 'the broker refuses as HTML', () => ({ caller: refusing, method: 'DELETE', url: `/self-serve/try/request/${pending.requestId}` })],
  ['301', 'the broker refuses a rebuild', () => ({ caller: refusing, method: 'POST', url: `/self-serve/try/build?${q}`, form: { build_id: String(failed.buildId) } })],
  ['303', 'the broker refuses new builds, with a 202', () => ({ caller: refusing, method: 'POST', url: `/self-serve/try/rev/e4fbe62d887b?${q}` })],
  ['304', 'the broker refuses PGO builds, with a 202', () => ({ caller: refusing, method: 'POST', url: `/self-serve/try/rev/e4fbe62d887b/pgo?${q}` })],
  ['306', 'the broker refuses any builder, with a 202', () => ({ caller: refusing, method: 'POST', url: `/self-serve/try/builders/x/e4fbe62d887b?${q}` })],
  ['307', 'what the broker refused stays in the log', () => ({ caller: refusing, url: `/self-serve/jobs?num=3&${q}`, holds: (body) => expect(body).toEqual(Array(3).fill(expect.objectContaining({ completed_at: null, complete_data: null, who: 'ann@example.com' }))) })],
  ['309', 'the log', () => ({ url: `/self-serve/jobs?${q}` })],
  ['310', 'a part of the log', () => ({ url: `/self-serve/jobs?num=2&offset=3&${q}`, holds: (body) => expect(body).toHaveLength(2) })],
  ['311', 'a bad number resets both', () => ({ url: `/self-serve/jobs?num=x&offset=3&${q}`, holds: (body) => expect(body).toEqual(farm.json('/self-serve/jobs')) })],
  ['313', 'nothing of the log', () => ({ url: `/self-serve/jobs?num=0&${q}`, holds: (body) => expect(body).toEqual([]) })],
  ['314', 'the log as HTML', () => ({ url: '/self-serve/jobs' })],
  ['315', 'the log by Accept', () => ({ url: '/self-serve/jobs?num=1', headers: { accept: 'application/json' } })],
  ['316', 'an unknown job', () => ({ url: `/self-serve/jobs/999999?${q}` })],
  ['317', 'an unknown job as HTML', () => ({ url: '/self-serve/jobs/999999' })],
  ['318', 'a job id that is no number', () => ({ url: `/self-serve/jobs/abc?${q}` })],
  ['320', 'DELETE on a job is the GET', () => ({ method: 'DELETE', url: `/self-serve/jobs/41001?${q}` })],
]

describe('the farm answers as the recorded server did', () => {
  it.each(cases)('%s: %s', (number, _, send) => {
    const { method = 'GET', url, caller: who = farm, holds, ...more } = send()
    who.now = Math.max(who.now, farm.now) + 1
    const like = recording(number)
    const answer = who.answer(method, url, more)
    const text = new TextDecoder().decode(answer.body)
    expect(answer.status).toBe(like.status)
    // The 500 of a doubled format is the web server's own, which spells its header differently.
    expect(answer.headers['Content-Type']).toBe(like.type)
    const isJson = like.type === 'application/json' && method !== 'HEAD'
    const body: unknown = isJson ? JSON.parse(text) : null
    if (isJson) expect(differences(like, body)).toEqual([])
    holds?.(body, text)
  })
})
