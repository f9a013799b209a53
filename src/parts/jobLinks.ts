import { routes } from '../contract/routes.ts'
import { fillPath } from '../contract/path.ts'
import type { Job } from '../domain/job.ts'
import { paths } from '../domain/paths.ts'

/** As much of a job as its address needs. */
export type Named = Pick<Job, 'buildId'> & { requests: readonly { requestId: number }[] }

/** The page of a job: its build, or its request while it has none. */
export const jobPath = (branch: string, job: Named): string =>
  job.buildId === null ? paths.request(branch, job.requests[0]?.requestId ?? 0) : paths.build(branch, job.buildId)

/** The same for a row's key, `b<build id>` or `r<request id>`. */
export const pathOfKey = (branch: string, key: string): string => {
  const id = Number(key.slice(1))
  return key.startsWith('b') ? paths.build(branch, id) : paths.request(branch, id)
}

/** A line for a shell that asks the farm for the job; holds no credentials. `origin` is that of the page, `api` its prefix. */
export function jobCurl(branch: string, job: Named, origin: string, api: string): string | null {
  const filled =
    job.buildId === null
      ? fillPath(routes.request.path, { branch, request_id: job.requests[0]?.requestId })
      : fillPath(routes.build.path, { branch, build_id: job.buildId })
  return filled.ok ? `curl '${origin}${api}${filled.path}?format=json'` : null
}

/** Where the page asks the farm: the path in the document's head. */
export const apiOfPage = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="self-serve-api"]')?.content ?? '/buildapi'
