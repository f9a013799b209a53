import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Job } from '../domain/job.ts'
import { paths } from '../domain/paths.ts'
import { Copyable } from '../ui/Copyable.tsx'
import { SignedOutNote } from '../ui/panels.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StatusChip } from '../ui/StatusChip.tsx'
import { Time } from '../ui/Time.tsx'
import link from '../ui/link.module.css'
import page from '../ui/page.module.css'
import { useSignedOut } from './useSignedOut.ts'

type Props = {
  title: string
  job: Job
  /** State or result. */
  word: string
  branch: string
  /** Short facts for the line below the builder; what is empty is left out. */
  facts: readonly (string | false | null)[]
  acts: ReactNode
}

/** The head of a page about one job: what it is, how it stands, where it belongs, and what can be asked of it. */
export function JobHead({ title, job, word, branch, facts, acts }: Props) {
  const signedOut = useSignedOut()
  return (
    <>
      <header className={page.head}>
        <h1>{title}</h1>
        <StatusChip word={word} />
        <span className={page.sub}>
          <Link className={link.link} to={paths.queue(branch)}>
            {branch}
          </Link>
          ·
          {job.revision === null ? (
            <span>no revision</span>
          ) : (
            <span className={page.mono}>
              <Link className={link.link} to={paths.push(branch, job.revision)}>
                {job.revision}
              </Link>{' '}
              <Copyable text={job.revision} what="revision">
                <Icon name="copy" />
              </Copyable>
            </span>
          )}
        </span>
        <span className={page.push} />
        {acts}
      </header>
      <p className={page.sub}>
        <span className={page.name}>{job.builder}</span>
      </p>
      <p className={page.sub}>
        <span>
          {facts.filter(Boolean).join(' · ')}
          {job.ended !== null && <Ended at={job.ended} />}
        </span>
      </p>
      {signedOut && <SignedOutNote />}
    </>
  )
}

const Ended = ({ at }: { at: number }) => (
  <>
    {' · ended '}
    <Time at={at} as="ago" />
  </>
)
