import { Link } from 'react-router'
import type { Job } from '../../domain/job.ts'
import { paths } from '../../domain/paths.ts'
import { useRequest } from '../../queries/request.ts'
import { Section } from '../../ui/Section.tsx'
import link from '../../ui/link.module.css'
import styles from './build.module.css'

/** The builds of the same request, where the farm ran it more than once. Only the request tells them (contract surprise 33). */
export function Attempts({ job, branch }: { job: Job; branch: string }) {
  const request = useRequest(branch, job.requests[0]?.requestId ?? null)
  const attempts = request.value?.build_ids.toSorted((one, other) => one - other) ?? []
  const waitsAgain = request.value?.complete === 0 && request.value.claimed_at === 0 && attempts.length > 0
  if (attempts.length < 2 && !waitsAgain) return null
  return (
    <Section title="Attempts" aside="the farm keeps one result per request, so attempts share it">
      <ol>
        {attempts.map((id, place) => (
          <li key={id} className={styles.request}>
            <b>{place + 1}</b>
            {id === job.buildId ? (
              <span>build {id}, this one</span>
            ) : (
              <Link className={link.link} to={paths.build(branch, id)}>
                build {id}
              </Link>
            )}
          </li>
        ))}
        {waitsAgain && request.value && (
          <li className={styles.request}>
            <b>{attempts.length + 1}</b>
            <Link className={link.link} to={paths.request(branch, request.value.request_id)}>
              waits again as request {request.value.request_id}
            </Link>
          </li>
        )}
      </ol>
    </Section>
  )
}
