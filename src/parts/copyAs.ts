import { routes } from '../contract/routes.ts'
import { fillPath } from '../contract/path.ts'
import type { Job } from '../domain/job.ts'
import { jobWord } from '../domain/state.ts'
import { paths } from '../domain/paths.ts'
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

/** `words`: what it is made of, "3 failure, 12 running". */
type PushFacts = { branch: string; revision: string; words: string }

/** A push as permalink, shell lines, Markdown and plain text; none holds credentials. */
export function copiesOfPush({ branch, revision, words }: PushFacts, origin: string, api: string): Copy[] {
  const link = `${origin}${paths.push(branch, revision)}`
  const asked = (label: string, path: string): Copy[] => {
    const filled = fillPath(path, { branch, revision })
    return filled.ok ? [{ label, text: `curl '${origin}${api}${filled.path}?format=json'` }] : []
  }
  return [
    { label: 'Permalink', text: link },
    ...asked('curl, look', routes.push.path),
    ...asked('curl, is it done', routes.isDone.path),
    { label: 'Markdown', text: `[push ${revision}](${link}) on ${branch}: ${words}` },
    { label: 'Plain line', text: `push ${revision} · ${branch} · ${words} · ${link}` },
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
