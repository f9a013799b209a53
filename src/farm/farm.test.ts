import { describe, expect, it } from 'vitest'
import { endpoints } from '../contract/endpoints.ts'
import { endpointNames, routes } from '../contract/routes.ts'
import type { Route } from '../contract/routes.ts'
import type { Schema } from '../contract/schema.ts'
import { IsDone, JobList, PendingNow, SingleBuild, SingleRequest } from '../contract/records.ts'
import { read } from '../contract/schema.ts'
import { caller, noon, one } from './testCaller.ts'
import type { Caller } from './testCaller.ts'

const rows = (farm: Caller, url: string) => JobList.parse(farm.json(url))
const builds = (farm: Caller, url: string) => rows(farm, url).filter((row) => 'build_id' in row)
const isDone = (farm: Caller, revision: string, more = '') =>
  IsDone.parse(farm.json(`/self-serve/try/rev/${revision}/is_done${more}`))

/** A try push whose work is all finished, with its rows. */
function finishedPush(farm: Caller, fits: (statuses: (number | null)[]) => boolean): string {
  const pushes = new Map<string, (number | null)[]>()
  const open = new Set<string>()
  for (const row of rows(farm, '/self-serve/try')) {
    const revision = (row.revision ?? '').slice(0, 12)
    const status = 'build_id' in row ? row.status : null
    pushes.set(revision, [...(pushes.get(revision) ?? []), status])
    if (!('build_id' in row) || row.endtime === null || row.endtime > farm.now - 400) open.add(revision)
  }
  return one([...pushes], ([revision, statuses]) => !open.has(revision) && fits(statuses))[0]
}

describe('a running build that somebody cancels', () => {
  const farm = caller()
  const target = one(farm.farm.truth(noon).running, (build) => build.branch === 'try' && build.endsAt > noon + 3600)
  const url = `/self-serve/try/build/${target.buildId}`

  it('goes on until the agent acts, 3 to 9 s later, and then ends with an exception', () => {
    farm.write('DELETE', url)
    farm.now += 2
    expect(SingleBuild.parse(farm.json(url))).toMatchObject({ endtime: null, status: null })
    farm.now += 12
    const build = SingleBuild.parse(farm.json(url))
    expect(build.status).toBe(4)
    expect(build.endtime).toBeGreaterThanOrEqual(noon + 3)
    expect(build.endtime).toBeLessThanOrEqual(noon + 12)
  })

  it('leaves /running at once, and the push list within two minutes', () => {
    const push = `/self-serve/try/rev/${target.revision}`
    const other = caller()
    const before = other.text('GET', `${push}?format=json`)
    other.write('DELETE', url)
    other.now += 30
    expect(other.text('GET', '/running/try?format=json')).not.toContain(`"id": ${target.buildId},`)
    expect(other.text('GET', `${push}?format=json`)).toBe(before)
    other.now = noon + 121
    expect(other.text('GET', `${push}?format=json`)).not.toBe(before)
  })
})

describe('a rebuild', () => {
  it('makes as many requests as asked, of the same builder, revision and branch, with the reason and who', () => {
    const farm = caller()
    const target = one(farm.farm.truth(noon).failed, (build) => build.branch === 'try')
    farm.write('POST', '/self-serve/try/build', { build_id: String(target.buildId), count: '3', priority: '2' })
    farm.now += 10
    const requests = rows(farm, `/self-serve/try/rev/${target.revision}`).flatMap((row) =>
      'requests' in row ? row.requests : [row],
    )
    const mine = requests.filter(
      ({ reason, submittime }) => reason.endsWith('Rebuilt by ann@example.com') && submittime > noon,
    )
    expect(mine).toHaveLength(3)
    for (const { request_id } of mine) {
      expect(SingleRequest.parse(farm.json(`/self-serve/try/request/${request_id}`))).toMatchObject({
        buildername: target.builder,
        revision: target.revision,
        branch: target.sourceBranch,
        priority: 2,
        complete: 0,
      })
    }
  })
})

describe('a pending request', () => {
  it('vanishes from every list when cancelled, but not from /request', () => {
    const farm = caller()
    const target = one(farm.farm.truth(noon).pending, (request) => request.builder.includes('Panda try'))
    const url = `/self-serve/try/request/${target.requestId}`
    farm.write('DELETE', url)
    farm.now += 130
    const id = String(target.requestId)
    for (const list of ['/pending/try', '/self-serve/try', `/self-serve/try/rev/${target.revision}`]) {
      expect(farm.text('GET', `${list}?format=json`)).not.toContain(id)
    }
    expect(SingleRequest.parse(farm.json(url))).toMatchObject({ complete: 1, claimed_at: 0, build_ids: [] })
  })

  it('is claimed before its elders once its priority is higher', () => {
    const farm = caller()
    const waiting = farm.farm.truth(noon).pending.filter(({ builder }) => builder.includes('Panda try'))
    const youngest = one(waiting.toReversed())
    farm.write('PUT', `/self-serve/try/request/${youngest.requestId}`, { priority: '9' })
    const later = farm.farm.truth(noon + 20 * 60 + 1)
    expect(later.running.flatMap(({ requestIds }) => requestIds)).toContain(youngest.requestId)
    expect(later.pending.some(({ requestId }) => requestId < youngest.requestId)).toBe(true)
  })
})

describe('cancelling a revision', () => {
  it('hits everything on the branch when the revision is a wildcard', () => {
    const farm = caller()
    farm.write('DELETE', '/self-serve/try/rev/%25')
    const left = farm.farm.truth(noon + 12)
    const mine = [...left.pending, ...left.running].filter(
      ({ branch, revision }) => branch === 'try' && revision !== null,
    )
    expect(mine.filter((thing) => ('submittedAt' in thing ? thing.submittedAt : thing.startedAt) < noon)).toEqual([])
  })
})

describe('is_done', () => {
  const farm = caller()

  it('is passed when everything succeeded', () => {
    const revision = finishedPush(farm, (statuses) => statuses.every((status) => status === 0))
    expect(isDone(farm, revision)).toEqual({ stableDelay: 180, job_complete: true, job_passed: true })
  })

  it('is failed when something is orange or red', () => {
    const revision = finishedPush(farm, (statuses) => statuses.some((status) => status === 1 || status === 2))
    expect(isDone(farm, revision)).toEqual({ stableDelay: 180, job_complete: true, job_passed: false })
  })

  it('waits for the delay asked', () => {
    const revision = finishedPush(farm, (statuses) => statuses.every((status) => status === 0))
    expect(isDone(farm, revision, '?stableDelay=86400')).toMatchObject({ stableDelay: 86_400, job_complete: false })
  })
})

describe('try', () => {
  it('shows what leaks into it from try-comm-central', () => {
    const leaked = builds(caller(), '/self-serve/try').filter(({ branch }) => branch === 'try-comm-central')
    expect(leaked.length).toBeGreaterThan(0)
  })
})

describe('the branches', () => {
  const farm = caller()

  it('have nightlies without revision on mozilla-central, filed under Unknown while they wait', () => {
    expect(builds(farm, '/self-serve/mozilla-central').some(({ revision }) => revision === null)).toBe(true)
    const night = noon + 15 * 3600 + 125
    const atNight = caller()
    atNight.now = night
    const { pending } = PendingNow.parse(atNight.json('/pending'))
    expect(pending['mozilla-central']?.['Unknown']?.length).toBeGreaterThan(0)
    expect(pending['Unknown']?.['Unknown']?.length).toBeGreaterThan(0)
  })

  it('have odd builder names on ash', () => {
    const ash = new Set(builds(farm, '/self-serve/ash').map(({ buildername }) => buildername))
    expect([...ash].some((name) => /[/%"<☃]/.test(name))).toBe(true)
  })

  it('show, on mozilla-inbound, builds that serve several revisions, once with each push', () => {
    const merged = one(
      builds(farm, '/self-serve/mozilla-inbound'),
      ({ requests }) => new Set(requests.map((r) => r.revision)).size > 1,
    )
    for (const { revision, request_id } of merged.requests) {
      const own = builds(farm, `/self-serve/mozilla-inbound/rev/${revision}`)
      const same = one(
        own,
        ({ buildnumber, buildername }) => buildnumber === merged.buildnumber && buildername === merged.buildername,
      )
      expect(same.requests.map((request) => request.request_id)).toEqual([request_id])
    }
  })
})

describe('every reading endpoint', () => {
  it('fits the schema of the contract', () => {
    const farm = caller()
    const build = one(farm.farm.truth(noon).running, ({ branch }) => branch === 'try')
    const values: Record<string, string> = {
      branch: 'try',
      job_id: '41001',
      revision: build.revision ?? '',
      build_id: String(build.buildId),
      request_id: String(build.requestIds[0]),
      user: encodeURIComponent('ann@example.com'),
      slave: 'tst',
      from: String(noon - 3600),
      to: String(noon),
    }
    for (const name of endpointNames) {
      const { method, path }: Route = routes[name]
      const { reply }: { reply: Schema } = endpoints[name]
      if (method !== 'GET') continue
      const url = path.replaceAll(/:(\w+)/g, (_, key: string) => values[key] ?? '')
      expect([name, read(reply, farm.json(url))]).toEqual([name, expect.objectContaining({ ok: true })])
    }
  })
})
