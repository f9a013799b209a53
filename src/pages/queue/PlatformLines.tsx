import { count } from '../../domain/duration.ts'
import type { ReactNode } from 'react'
import type { LineCell, PlatformLine } from '../../table/platformLines.ts'
import { Fold } from '../../ui/Fold.tsx'
import { JobCell } from '../../ui/JobCell.tsx'
import link from '../../ui/link.module.css'
import { pathOfKey } from '../../parts/jobLinks.ts'
import { foldQuiet } from './quietLines.ts'
import type { LineCount } from './quietLines.ts'
import styles from './rows.module.css'

/** Cells drawn on one line; the rest is a count that opens the push. A storm must not make a page of ten thousand parts. */
const MOST_CELLS = 20

type Props = { lines: readonly PlatformLine[]; branch: string; onOpen: () => void }

/** What a push did, by platform: a count for green, a cell for all trouble. */
export function PlatformLines({ lines, branch, onOpen }: Props) {
  const { lines: shown, rest } = foldQuiet(lines)
  return (
    <>
      {shown.map((line) => (
        <div key={line.id} className={styles.line}>
          <span className={styles.platform} title={`${line.label} ${line.type}`}>
            {line.label} <em>{line.type}</em>
          </span>
          <Counts green={line.green} counts={line.folded} onOpen={onOpen}>
            {cells(line.cells.slice(0, MOST_CELLS), branch)}
            {line.cells.length > MOST_CELLS && (
              <button type="button" className={link.link} onClick={onOpen}>
                {count(line.cells.length - MOST_CELLS)} more
              </button>
            )}
          </Counts>
        </div>
      ))}
      {rest && (
        <div className={styles.line}>
          <span className={styles.platform}>{rest.lines} other platforms</span>
          <Counts green={rest.green} counts={rest.counts} onOpen={onOpen} />
        </div>
      )}
    </>
  )
}

type CountsProps = { green: number; counts: readonly LineCount[]; onOpen: () => void; children?: ReactNode }

/** Green has a column of its own, so that loud cells start on one edge. */
const Counts = ({ green, counts, onOpen, children }: CountsProps) => (
  <>
    <span>{green > 0 && <Fold word="success" count={green} onClick={onOpen} />}</span>
    <span className={styles.cells}>
      {counts.map(({ word, count: jobs }) => (
        <Fold key={word} word={word} count={jobs} onClick={onOpen} />
      ))}
      {children}
    </span>
  </>
)

/** Cells with the letter of their group before the first of each. */
function cells(shown: readonly LineCell[], branch: string): ReactNode[] {
  return shown.flatMap((cell, at) => {
    const drawn = (
      <JobCell
        key={cell.key}
        word={cell.word}
        symbol={cell.symbol}
        name={cell.builder}
        href={pathOfKey(branch, cell.key)}
      />
    )
    if (cell.group === '' || cell.group === shown[at - 1]?.group) return [drawn]
    return [
      <span key={`group ${cell.group}`} className={styles.group}>
        {cell.group}
      </span>,
      drawn,
    ]
  })
}
