import { Link } from 'react-router'
import { paths } from '../../domain/paths.ts'
import { revisionUrl } from '../../domain/pushVerdict.ts'
import { useBranch } from '../../queries/branches.ts'
import type { JobTable } from '../../table/jobTable.ts'
import type { Push } from '../../table/push.ts'
import { Copyable } from '../../ui/Copyable.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Time } from '../../ui/Time.tsx'
import link from '../../ui/link.module.css'
import page from '../../ui/page.module.css'
import { PushActs } from './PushActs.tsx'
import { PushAsked } from './PushAsked.tsx'
import styles from './push.module.css'

type Props = {
  table: JobTable
  /** Of the push in the table. */
  index: number
  push: Push
  branch: string
  revision: string
  /** As the address has it, perhaps all 40 characters. */
  given: string
  signedOut: boolean
}

/** Which push it is, where it belongs, and what can be asked of all of it. */
export function PushHead({ table, index, push, branch, revision, given, signedOut }: Props) {
  return (
    <header className={page.head}>
      <h1>
        Push <span className={styles.revision}>{revision}</span>
      </h1>
      <span className={page.mono}>
        <Copyable text={given} what="revision">
          {given === revision ? <Icon name="copy" /> : given}
        </Copyable>
      </span>
      <span className={page.sub}>
        <Link className={link.link} to={paths.queue(branch)}>
          {branch}
        </Link>
        ·
        <span>
          submitted <Time at={push.submitted} as="ago" focusable />
        </span>
        <Changeset branch={branch} given={given} />
      </span>
      <span className={page.push} />
      <PushActs table={table} index={index} push={push} branch={branch} revision={revision} signedOut={signedOut} />
      <PushAsked branch={branch} revision={revision} />
    </header>
  )
}

/** Its page in the repository. Until that is known its place is kept: what stands after it would jump. */
function Changeset({ branch, given }: Pick<Props, 'branch' | 'given'>) {
  const known = useBranch(branch)
  const words = (
    <>
      changeset <Icon name="external" />
    </>
  )
  if (known === undefined)
    return (
      <>
        <span className={styles.toCome}>·</span>
        <span className={styles.toCome}>{words}</span>
      </>
    )
  const url = revisionUrl(known, given)
  if (url === null) return null
  return (
    <>
      ·
      <a className={link.link} href={url} target="_blank" rel="noreferrer">
        {words}
      </a>
    </>
  )
}
