import type { ReactNode } from 'react'
import type { ActionRecord } from '../../domain/action.ts'
import { phaseOf } from '../../domain/actionLife.ts'
import { phaseSentence } from '../../domain/actionWords.ts'
import { paths } from '../../domain/paths.ts'
import { Copyable } from '../../ui/Copyable.tsx'
import { Time } from '../../ui/Time.tsx'
import link from '../../ui/link.module.css'
import styles from './Activity.module.css'

/** All that is kept of an action, with the ways to what it is about. */
export function ActionDetails({ action }: { action: ActionRecord }) {
  const { plan, subject, who, job, loggedAt, agent, looks, again, logChecked } = action
  return (
    <dl className={styles.details}>
      <Fact name="State">{phaseSentence[phaseOf(action)]}</Fact>
      <Fact name="Branch">
        <Link to={paths.queue(plan.branch)}>{plan.branch}</Link>
      </Fact>
      {subject.revision !== null && (
        <Fact name="Revision">
          <Copyable text={subject.revision} />
        </Fact>
      )}
      {subject.buildId !== null && (
        <Fact name="Build">
          <Link to={paths.build(plan.branch, subject.buildId)}>{subject.buildId}</Link>
        </Fact>
      )}
      {subject.requestIds.length > 0 && (
        <Fact name={subject.requestIds.length === 1 ? 'Request' : 'Requests'}>
          {subject.requestIds.map((id) => (
            <Link key={id} to={paths.request(plan.branch, id)}>
              {id}
            </Link>
          ))}
        </Fact>
      )}
      {job !== null && (
        <Fact name="Log">
          <Link to={paths.job(job)}>Job {job}</Link>
        </Fact>
      )}
      {'count' in plan && <Fact name="Runs">{plan.count}</Fact>}
      {'priority' in plan && <Fact name="Priority">{plan.priority ?? 'that of the original'}</Fact>}
      <Fact name="Asked by">{who ?? 'not known'}</Fact>
      {loggedAt !== null && (
        <Fact name="Logged">
          <Time at={loggedAt} as="full" /> by the server’s clock
        </Fact>
      )}
      {agent?.at != null && (
        <Fact name="Agent">
          <Time at={agent.at} as="full" /> by the server’s clock
        </Fact>
      )}
      {logChecked === false && (
        <Fact name="Unchecked">the log could not be read before it was sent: somebody may have asked for the same</Fact>
      )}
      {looks.length > 0 && (
        <Fact name="Looked">
          {looks.map((look) => (
            <span key={look.at}>
              <Time at={look.at / 1000} as="clock" /> {look.found ? 'found' : 'not found'}
            </span>
          ))}
        </Fact>
      )}
      {again !== null && <Fact name="Again">repeats an earlier action</Fact>}
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Link = ({ to, children }: { to: string; children: ReactNode }) => (
  <a className={link.link} href={to}>
    {children}
  </a>
)
