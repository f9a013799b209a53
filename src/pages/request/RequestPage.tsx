import { useParams } from 'react-router'
import { jobOfRequest } from '../../domain/job.ts'
import { branchOf, idOf } from '../../domain/paths.ts'
import { JobDialogs } from '../../parts/JobDialogs.tsx'
import { MissingJob } from '../../parts/MissingJob.tsx'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import { useRememberBranch } from '../../parts/useRememberBranch.ts'
import { useRequest } from '../../queries/request.ts'
import page from '../../ui/page.module.css'
import { RequestFacts } from './RequestFacts.tsx'

/** `/:branch/request/:request`: one request, what became of it, and what can be asked of it. */
export function Component() {
  const params = useParams()
  const branch = branchOf(params['branch'] ?? '')
  const given = params['request'] ?? ''
  const id = idOf(given)
  const request = useRequest(branch, id)
  const job = request.value && jobOfRequest(request.value)
  useRememberBranch(branch, request.value !== null)
  usePageTitle({
    title: `Request ${given} · ${branch}`,
    active: job?.state === 'pending' || job?.state === 'running' ? 1 : 0,
  })
  return (
    <div className={page.page}>
      {job && request.value ? (
        <RequestFacts key={job.key} job={job} request={request.value} reading={request} branch={branch} />
      ) : (
        <MissingJob kind="request" given={given} branch={branch} reading={request} valid={id !== null} />
      )}
      <JobDialogs />
    </div>
  )
}
