import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../domain/paths.ts'
import { revisionUrl } from '../../domain/pushVerdict.ts'
import { useBranch } from '../../queries/branches.ts'
import type { JobTable } from '../../table/jobTable.ts'
import type { Push } from '../../table/push.ts'
import { Button } from '../../ui/Button.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Time } from '../../ui/Time.tsx'
import link from '../../ui/link.module.css'
import page from '../../ui/page.module.css'
import { CancelPushDialog } from '../../parts/preview/CancelPushDialog.tsx'
import { PushAsked } from './PushAsked.tsx'
import styles from './push.module.css'

type Props = {
  table: JobTable
  push: Push
  branch: string
  revision: string
  /** As the address has it, perhaps all 40 characters. */
  given: string
  signedOut: boolean
}

/** Which push it is, where it belongs, and what can be asked of all of it. */
export function PushHead({ table, push, branch, revision, given, signedOut }: Props) {
  const [cancelling, setCancelling] = useState(false)
  const repository = revisionUrl(useBranch(branch), given)
  const noCancel = whyNotCancel(push, branch, signedOut)
  return (
    <>
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
            submitted <Time at={push.submitted} focusable />
          </span>
          {repository !== null && (
            <>
              ·
              <a className={link.link} href={repository} target="_blank" rel="noreferrer">
                changeset <Icon name="external" />
              </a>
            </>
          )}
        </span>
        <span className={page.push} />
        <div className={page.acts} role="group" aria-label={`Actions on push ${revision}`}>
          <PushAsked branch={branch} revision={revision} />
          <Button variant="dangerQuiet" reason={noCancel} onClick={() => setCancelling(true)}>
            Cancel push
          </Button>
        </div>
      </header>
      {cancelling && (
        <CancelPushDialog table={table} branch={branch} revision={revision} onClose={() => setCancelling(false)} />
      )}
    </>
  )
}

/** Why the whole push cannot be cancelled now; null when it can. */
function whyNotCancel({ counts }: Push, branch: string, signedOut: boolean): string | null {
  if (signedOut) return 'Read-only: sign in to act'
  if (branch.includes('/')) return 'The server cannot be asked about a branch whose name has a slash'
  return counts.pending + counts.running === 0 ? 'Everything of this push has ended: there is nothing to cancel' : null
}
