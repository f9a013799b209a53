import { Link } from 'react-router'
import type { Job, ServedRequest } from '../../domain/job.ts'
import { paths } from '../../domain/paths.ts'
import { Section } from '../../ui/Section.tsx'
import { Time } from '../../ui/Time.tsx'
import link from '../../ui/link.module.css'
import page from '../../ui/page.module.css'
import styles from './build.module.css'

/** The requests a build answers, in words when they are several: a push that rode along was not tested by itself. */
export function WhyItRan({ job, branch }: { job: Job; branch: string }) {
  const merged = job.requests.length > 1
  const others = new Set(
    job.requests.map((request) => request.revision).filter((revision) => revision !== job.revision),
  )
  return (
    <Section title="Why it ran" aside={merged ? `${job.requests.length} requests, merged` : '1 request'}>
      {merged && (
        <p className={page.note}>
          This build answers <b>{job.requests.length} requests at once</b>: they asked for the same builder while it
          waited, so the farm ran it once.
          {others.size > 0 &&
            ` ${others.size === 1 ? 'Another push' : `${others.size} other pushes`} rode along and ${others.size === 1 ? 'was' : 'were'} not tested by ${others.size === 1 ? 'itself' : 'themselves'}.`}
        </p>
      )}
      <ol>
        {job.requests.map((request) => (
          <Request
            key={request.requestId}
            request={request}
            branch={branch}
            merged={merged}
            own={request.revision === job.revision}
          />
        ))}
      </ol>
    </Section>
  )
}

const Request = ({
  request,
  branch,
  merged,
  own,
}: {
  request: ServedRequest
  branch: string
  merged: boolean
  own: boolean
}) => (
  <li className={styles.request}>
    <b>{!merged ? 'asked' : own ? 'ran' : 'rode along'}</b>
    <span>
      <span className={page.mono}>{request.revision ?? 'no revision'}</span>
      {' · '}
      <Link className={link.link} to={paths.request(branch, request.requestId)}>
        request {request.requestId}
      </Link>
      {request.reason && ` · ${request.reason}`}
      {request.priority !== null && ` · priority ${request.priority}`}
    </span>
    <Time at={request.submitted} as="clock" />
  </li>
)
