import type { ReadName } from '../contract/routes.ts'
import { readInt } from './ask.ts'
import type { Backend } from './backend.ts'
import { AnswerCache } from './caches.ts'
import { buildersOf, isDone, pushCounts, recentBuilds, userJobs } from './history.ts'
import { jobJson, jobsJson } from './jobLog.ts'
import { pythonJson } from './json.ts'
import { listedLines, onBranch } from './lines.ts'
import { dayList, pushList } from './lists.ts'
import { pendingNow, revisionNow, runningNow } from './nowLists.ts'
import { singleBuild, singleRequest } from './rows.ts'
import { abort, data, refuse } from './said.ts'
import type { Said } from './said.ts'
import { jobById, requestById, rowById } from './world.ts'
import type { World } from './world.ts'
import { midnight, readDate, serverDate } from './zone.ts'

const noBranch = (branch: string): Said => refuse(404, `Branch ${branch} not found`)

const branchesJson = pythonJson(
  Object.fromEntries(
    [...listedLines].map(([name, { repo }]) => [
      name,
      { repo, graph_branches: [name === 'mozilla-central' ? 'Firefox' : name], repo_type: 'hg' },
    ]),
  ),
)

/** The reading half of the API. `badRow` makes one row of every day list unreadable (scenario `garbage`). */
export function readsOf(world: World, badRow: string | null): Pick<Backend, ReadName> {
  const days = new AnswerCache(60, 6)
  const pushes = new AnswerCache(120, 60)
  const slow = new AnswerCache(60, 60)

  /** Both `/rev/` and `is_done` read this memory. */
  const keptPush = (branch: string, revision: string): Uint8Array<ArrayBuffer> | null => {
    const short = revision.slice(0, 12).toLowerCase()
    return pushes.answer(`${branch}|${short}`, world.now, () => pushList(world, branch, short))
  }
  const noRevision = (branch: string, revision: string): Said =>
    refuse(404, `Revision ${revision} not found on branch ${branch}`)

  const recent = (query: URLSearchParams, slave: string | null): Said => {
    const count = query.has('numbuilds') ? readInt(query.get('numbuilds')) : 25
    // The real one raises on ?slave= (134), which leads to the same page as a bad number.
    if (count === null || (slave === null && query.has('slave'))) return abort(500)
    return data('now', recentBuilds(world, count, slave, query.get('greedy') !== 'false'), 'List of recent builds')
  }

  const pushesOf = (branch: string | null, from: string | null, to: string | null): Said => {
    const since = from === 'today' ? midnight(serverDate(world.now)) : from === null ? 0 : readInt(from)
    const until = to === null ? world.now : readInt(to)
    if (since === null || until === null) return abort(500)
    return data('now', pythonJson(pushCounts(world, branch, since, until)), 'List of recent builds')
  }

  return {
    branches: () => data('beaker', branchesJson),
    jobRequests: ({ query }) => data('read', jobsJson(world, query), 'RelEng Self-Serve API - Job History'),
    jobRequest: ({ values }) => {
      const id = readInt(values.job_id)
      const job = id === null ? undefined : jobById(world, id)
      if (!job) return refuse(404, `Job ${values.job_id} not found`)
      return data('read', jobJson(job), `Job ${job.id} status detail`)
    },
    branchDay: ({ values: { branch }, query }) => {
      if (!listedLines.has(branch)) return noBranch(branch)
      const asked = query.get('date')
      const date = asked === null ? serverDate(world.now) : readDate(asked)
      if (date === null) return abort(500)
      const body = days.answer(`${branch}|${date}`, world.now, () => dayList(world, branch, date, badRow))
      return data('read', body ?? '[]', `Builds for ${branch}`)
    },
    push: ({ values: { branch, revision } }) => {
      if (!listedLines.has(branch)) return noBranch(branch)
      const body = keptPush(branch, revision)
      return body ? data('read', body, `Builds for ${revision} on ${branch}`) : noRevision(branch, revision)
    },
    isDone: ({ values: { branch, revision }, query }) => {
      if (!listedLines.has(branch)) return noBranch(branch)
      const body = keptPush(branch, revision)
      if (!body) return noRevision(branch, revision)
      return data('read', isDone(new TextDecoder().decode(body), readInt(query.get('stableDelay')) ?? 180, world.now))
    },
    build: ({ values: { branch, build_id } }) => {
      if (!listedLines.has(branch)) return noBranch(branch)
      const row = rowById(world, readInt(build_id) ?? -1)
      if (!row || !onBranch(row.request.sourceBranch, branch))
        return refuse(404, `Build ${build_id} not found on branch ${branch}`)
      return data('read', singleBuild(row.build, Number(build_id), row.request))
    },
    request: ({ values: { branch, request_id } }) => {
      if (!listedLines.has(branch)) return noBranch(branch)
      const request = requestById(world, readInt(request_id) ?? -1)
      if (!request || !onBranch(request.sourceBranch, branch)) {
        return refuse(404, `Request ${request_id} not found on branch ${branch}`)
      }
      return data('read', singleRequest(request))
    },
    builders: ({ values: { branch } }) => {
      if (!listedLines.has(branch)) return noBranch(branch)
      return data('beaker', slow.answer(`builders|${branch}`, world.now, () => buildersOf(world, branch)) ?? '[]')
    },
    userJobs: ({ values: { branch, user } }) => {
      if (!listedLines.has(branch)) return noBranch(branch)
      return data('beaker', slow.answer(`${branch}|${user}`, world.now, () => userJobs(world, branch, user)) ?? '[]')
    },
    pendingAll: ({ query }) => data('now', pendingNow(world, query.get('branch')), 'List of pending builds'),
    pending: ({ values }) => data('now', pendingNow(world, values.branch), 'List of pending builds'),
    runningAll: ({ query }) => data('now', runningNow(world, query.get('branch')), 'List of running builds'),
    running: ({ values }) => data('now', runningNow(world, values.branch), 'List of running builds'),
    recent: ({ query }) => recent(query, null),
    recentOf: ({ values, query }) => recent(query, values.slave),
    revision: ({ values }) =>
      data('now', revisionNow(world, values.branch, values.revision), 'List of builds for a revision'),
    pushesAll: ({ query }) => pushesOf(null, null, query.get('totime')),
    pushes: ({ values, query }) => pushesOf(values.branch, null, query.get('totime')),
    pushesFrom: ({ values, query }) => pushesOf(values.branch, values.from, query.get('totime')),
    pushesBetween: ({ values }) => pushesOf(values.branch, values.from, values.to),
  }
}
