import { jsonText, pythonJson } from './json.ts'
import type { Build, Request } from './model.ts'
import { propertiesOf } from './properties.ts'

/**
 * Rows as JSON text, written directly: a busy day has 30,000 of them.
 * Keys and types are those of the recordings, every key always present.
 */

const texts = new Map<string, string>()

/** JSON text of words that come again and again: branches, revisions, reasons. */
function wordJson(word: string | null): string {
  if (word === null) return 'null'
  const known = texts.get(word)
  if (known !== undefined) return known
  if (texts.size > 20_000) texts.clear()
  const text = jsonText(word)
  texts.set(word, text)
  return text
}

const requestFields = (request: Request): string =>
  `"priority": ${request.priority}, "submittime": ${request.submittedAt}, "reason": ${wordJson(request.reason)}, "claimed_at": ${request.claimedAt}, "complete_at": ${request.completeAt}, "complete": ${request.complete ? 1 : 0}, "branch": ${wordJson(request.sourceBranch)}, "request_id": ${request.id}, "buildername": ${request.builder.json}, "revision": ${wordJson(request.revision)}`

/** A pending request in a list, and a request inside a build. */
export const requestRow = (request: Request): string => `{${requestFields(request)}}`

/**
 * A build as lists show it, with those of its requests the list is about, newest first.
 * Status, claim and revision are the newest request's, so an attempt that ended shows what became of the
 * request since (contract surprises 29, 31).
 */
export function buildRow(build: Build, shown: readonly Request[] = build.requests): string {
  const top = shown.at(-1)
  if (!top) return ''
  const id = build.ids[build.requests.indexOf(top)]
  let requests = requestRow(top)
  for (let index = shown.length - 2; index >= 0; index -= 1) {
    const request = shown[index]
    if (request) requests += `, ${requestRow(request)}`
  }
  return buildText(build, id ?? 0, top, requests)
}

const buildText = (build: Build, id: number, top: Request, requests: string): string =>
  `{"build_id": ${id}, "buildnumber": ${build.number}, "status": ${top.results}, "starttime": ${build.startAt}, "branch": ${wordJson(top.sourceBranch)}, "buildername": ${build.builder.json}, "requests": [${requests}], "endtime": ${build.endAt}, "claimed_by_name": ${top.claimedBy?.master.json ?? 'null'}, "revision": ${wordJson(top.revision)}}`

/** `/build/{id}`: that row's own request alone, with properties (036, 037). */
export const singleBuild = (build: Build, id: number, request: Request): string =>
  buildText(build, id, request, `{${requestFields(request)}, "properties": ${pythonJson(propertiesOf(request))}}`)

/** `/request/{id}`: the only place that tells `build_ids`. */
export function singleRequest(request: Request): string {
  const ids = request.builds.map(({ id }) => id)
  return `{"build_ids": ${pythonJson(ids)}, ${requestFields(request)}, "properties": ${pythonJson(propertiesOf(request))}}`
}
