import { useParams } from 'react-router'
import { jobOfBuild } from '../../domain/job.ts'
import { branchOf, idOf } from '../../domain/paths.ts'
import { JobDialogs } from '../../parts/JobDialogs.tsx'
import { MissingJob } from '../../parts/MissingJob.tsx'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import { useRememberBranch } from '../../parts/useRememberBranch.ts'
import { useBuild } from '../../queries/build.ts'
import page from '../../ui/page.module.css'
import { BuildFacts } from './BuildFacts.tsx'

/** `/:branch/build/:build`: one build, all that is known of it, and what can be asked of it. */
export function Component() {
  const params = useParams()
  const branch = branchOf(params['branch'] ?? '')
  const given = params['build'] ?? ''
  const id = idOf(given)
  const build = useBuild(branch, id)
  const job = build.value && jobOfBuild(build.value)
  useRememberBranch(branch, build.value !== null)
  usePageTitle({
    title: `Build ${given} · ${branch}`,
    failed: job?.state === 'finished' && job.result !== 0 ? 1 : 0,
    active: job?.state === 'running' ? 1 : 0,
  })
  return (
    <div className={page.page}>
      {job && build.value ? (
        <BuildFacts key={job.key} job={job} build={build.value} reading={build} branch={branch} />
      ) : (
        <MissingJob kind="build" given={given} branch={branch} reading={build} valid={id !== null} />
      )}
      <JobDialogs />
    </div>
  )
}
