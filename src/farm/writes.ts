import type { WriteName } from '../contract/routes.ts'
import { readInt } from './ask.ts'
import type { Ask } from './ask.ts'
import type { Backend } from './backend.ts'
import { logJob } from './errands.ts'
import type { Errand } from './errands.ts'
import { listedLines, onBranch } from './lines.ts'
import type { Request } from './model.ts'
import { abort, refuse } from './said.ts'
import type { Said } from './said.ts'
import type { Scenario } from './scenarios.ts'
import { requestById, rowById } from './world.ts'
import type { World } from './world.ts'

/** A number from a form: the default where the field is missing or empty; null where it is not a number. */
const optionalInt = (text: string | undefined, fallback: number): number | null =>
  text === undefined || text === '' ? fallback : readInt(text)

/** JSON text from a form; the default where it is not, or not of its kind: dropped without a word (294, 295). */
function readJson<T>(text: string | undefined, fits: (value: unknown) => value is T, fallback: T): T {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return fits(value) ? value : fallback
  } catch {
    return fallback
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is unknown[] => Array.isArray(value)

/**
 * The writing half of the API. What passes the server's few checks becomes a row of the log, whether or not
 * the broker takes it; `onLogged` hears of each.
 */
export function writesOf(world: World, broker: Scenario['broker'], onLogged: () => void): Pick<Backend, WriteName> {
  const ask = (who: string, errand: Errand, family: 'job' | 'newJob'): Said => {
    const job = logJob(world, errand, who)
    onLogged()
    if (broker === 'dead') return { kind: 'silence' }
    const msg = "Couldn't send message to broker"
    const refused = `{"status": "FAILED", "msg": "${msg}"}`
    // New builds say FAILED with a 202 all the same (contract surprise 15).
    if (broker === 'refusing')
      return {
        kind: 'data',
        status: family === 'job' ? 503 : 202,
        family: 'newJob',
        json: refused,
        title: null,
        location: null,
      }
    const json = `{"status": "OK", "request_id": ${job.id}}`
    return { kind: 'data', status: 202, family, json, title: null, location: `/self-serve/jobs/${job.id}` }
  }

  /** Auth comes before the branch (174), the branch before everything else. */
  const guarded =
    <Values extends { branch: string }>(then: (asked: Ask<Values>, who: string) => Said) =>
    (asked: Ask<Values>): Said => {
      if (asked.user === null || asked.user === '') return abort(403, 'ACCESS DENIED!')
      if (!listedLines.has(asked.values.branch)) return refuse(404, `Branch ${asked.values.branch} not found`)
      return then(asked, asked.user)
    }

  const findRequest = (branch: string, text: string): Request | null => {
    const request = requestById(world, readInt(text) ?? -1)
    return request && onBranch(request.sourceBranch, branch) ? request : null
  }
  const noRequest = (branch: string, id: string): Said => refuse(404, `Request ${id} not found on branch ${branch}`)

  const findBuild = (branch: string, text: string): boolean => {
    const row = rowById(world, readInt(text) ?? -1)
    return row !== undefined && onBranch(row.request.sourceBranch, branch)
  }
  const noBuild = (branch: string, id: string): Said => refuse(404, `Build ${id} not found on branch ${branch}`)

  const atRevision = (action: 'new_pgobuild_at_revision' | 'new_nightly_at_revision') =>
    guarded<{ branch: string; revision: string }>(({ values: { branch, revision }, form }, who) => {
      const priority = optionalInt(form['priority'], 0)
      if (priority === null) return refuse(400, 'Bad priority')
      return ask(who, { action, what: { priority, branch, revision } }, 'newJob')
    })

  return {
    reprioritize: guarded(({ values: { branch, request_id }, form }, who) => {
      if (readInt(request_id) === null) return abort(500)
      const priority = readInt(form['priority'])
      if (priority === null) return refuse(400, 'Bad priority')
      const request = findRequest(branch, request_id)
      if (!request) return noRequest(branch, request_id)
      if (request.complete) return refuse(400, 'Request already complete')
      if (request.claimedAt > 0) return refuse(400, 'Request is already running')
      return ask(who, { action: 'reprioritize', what: { priority, brid: request.id } }, 'job')
    }),
    cancelRequest: guarded(({ values: { branch, request_id } }, who) => {
      if (readInt(request_id) === null) return refuse(400, 'Non-integer request_id')
      const request = findRequest(branch, request_id)
      return request
        ? ask(who, { action: 'cancel_request', what: { brid: request.id } }, 'job')
        : noRequest(branch, request_id)
    }),
    cancelBuild: guarded(({ values: { branch, build_id } }, who) => {
      const bid = readInt(build_id)
      if (bid === null) return refuse(400, 'Non-integer build_id')
      return findBuild(branch, build_id)
        ? ask(who, { action: 'cancel_build', what: { bid } }, 'job')
        : noBuild(branch, build_id)
    }),
    cancelRevision: guarded(({ values: { branch, revision } }, who) =>
      ask(who, { action: 'cancel_revision', what: { branch, revision } }, 'job'),
    ),
    rebuildBuild: guarded(({ values: { branch }, form }, who) => {
      const bid = readInt(form['build_id'])
      if (bid === null) return refuse(400, 'Bad build_id')
      const priority = optionalInt(form['priority'], 0)
      if (priority === null) return refuse(400, 'Bad priority')
      const count = optionalInt(form['count'], 1)
      if (count === null) return refuse(400, 'Bad count')
      if (!findBuild(branch, String(bid))) return noBuild(branch, String(bid))
      return ask(who, { action: 'rebuild_build', what: { priority, count, bid } }, 'job')
    }),
    rebuildRequest: guarded(({ values: { branch }, form }, who) => {
      const brid = readInt(form['request_id'])
      if (brid === null) return refuse(400, 'Bad request_id')
      const priority = optionalInt(form['priority'], 0)
      if (priority === null) return refuse(400, 'Bad priority')
      const count = optionalInt(form['count'], 1)
      if (count === null) return refuse(400, 'Bad count')
      if (!findRequest(branch, String(brid))) return noRequest(branch, String(brid))
      return ask(who, { action: 'rebuild_request', what: { priority, count, brid } }, 'job')
    }),
    newBuild: guarded(({ values: { branch, revision } }, who) =>
      ask(who, { action: 'new_build_at_revision', what: { branch, revision } }, 'newJob'),
    ),
    newPgoBuild: atRevision('new_pgobuild_at_revision'),
    newNightly: atRevision('new_nightly_at_revision'),
    newBuildForBuilder: guarded(({ values: { branch, builder, revision }, form }, who) => {
      const priority = optionalInt(form['priority'], 0)
      if (priority === null) return refuse(400, 'Bad priority')
      const properties = readJson(form['properties'], isRecord, {})
      const files = readJson(form['files'], isList, [])
      const what = { files, priority, builder_name: builder, branch: `${branch}-selfserve`, properties, revision }
      return ask(who, { action: 'new_build_for_builder', what }, 'newJob')
    }),
  }
}
