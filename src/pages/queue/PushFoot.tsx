import { count } from '../../domain/duration.ts'
import { several } from '../../parts/several.ts'
import type { Outside } from '../../table/view.ts'
import link from '../../ui/link.module.css'
import styles from './rows.module.css'

type Props = {
  shown: number
  matching: number
  /** All jobs of the push. */
  all: number
  outside: Outside
  filtered: boolean
  rowIndex: number
  onMore: () => void
}

/** Below the jobs of an open push: how many of how many stand there, and what the filter leaves out. */
export function PushFoot({ shown, matching, all, outside, filtered, rowIndex, onMore }: Props) {
  const rest = matching - shown
  return (
    <div role="row" aria-level={2} aria-rowindex={rowIndex} className={styles.more}>
      <div role="gridcell">
        {rest > 0 ? `${count(shown)} of ` : ''}
        {several(matching, filtered ? 'matching job' : 'job')}, worst first
        {rest > 0 && (
          <>
            {' · '}
            <button type="button" className={link.link} onClick={onMore}>
              show {count(rest)} more
            </button>
          </>
        )}
        {all > matching && (
          <>
            {' · '}
            {several(all - matching, 'job')} of this push {all - matching === 1 ? 'is' : 'are'} outside the filter:{' '}
            <b>{outsideText(outside)}</b>
          </>
        )}
      </div>
    </div>
  )
}

/** "5 with warnings, none failed". */
const outsideText = ({ failure, exception, warnings }: Outside): string =>
  [
    warnings > 0 ? `${count(warnings)} with warnings` : '',
    exception > 0 ? several(exception, 'exception') : '',
    failure > 0 ? `${count(failure)} failed` : 'none failed',
  ]
    .filter(Boolean)
    .join(', ')
