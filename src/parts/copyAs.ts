import { routes } from '../contract/routes.ts'
import { fillPath } from '../contract/path.ts'
import type { Job } from '../domain/job.ts'
import { jobWord } from '../domain/state.ts'
import { jobCurl, jobPath } from './jobLinks.ts'

/** One way of taking a job elsewhere. */
export type Copy = { label: string; text: string }

/** A job as permalink, shell line, Markdown and plain text; none holds credentials. `origin` and `api` are the page's. */
export function copiesOf(job: Job, branch: string, origin: string, api: string): Copy[] {
  const link = `${origin}${jobPath(branch, job)}`
  const word = jobWord(job.state, job.result)
  const where = [branch, job.revision].filter(Boolean).join(' ')
  const asked = jobCurl(branch, job, origin, api)
  const rebuild = rebuildCurl(job, branch, origin, api)
  return [
    { label: 'Permalink', text: link },
    ...(asked === null ? [] : [{ label: 'curl, look', text: asked }]),
    ...(rebuild === null ? [] : [{ label: 'curl, rebuild', text: rebuild }]),
    { label: 'Markdown', text: `[**${word}** ${job.builder.replaceAll(/[[\]\\]/g, '\\$&')}](${link}) on ${where}` },
    { label: 'Plain line', text: `${word} · ${where} · ${job.builder} · ${link}` },
  ]
}

/** The original's priority goes along: the server would set 0. */
function rebuildCurl(job: Job, branch: string, origin: string, api: string): string | null {
  const request = job.requests[0]?.requestId
  const endpoint = job.buildId === null ? routes.rebuildRequest : routes.rebuildBuild
  const id = job.buildId === null ? `request_id=${request}` : `build_id=${job.buildId}`
  const filled = fillPath(endpoint.path, { branch })
  if (!filled.ok || (job.buildId === null && request === undefined)) return null
  const priority = job.priority === null ? '' : ` -d priority=${job.priority}`
  return `curl -X POST -d ${id}${priority} '${origin}${api}${filled.path}?format=json'`
}
