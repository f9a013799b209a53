import type { MatrixLine } from '../../domain/matrix.ts'
import type { MatrixStop } from '../../domain/matrixKeys.ts'
import { pathOfKey } from '../../parts/jobLinks.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { JobCell } from '../../ui/JobCell.tsx'
import status from '../../ui/status.module.css'
import styles from './matrix.module.css'

type Props = {
  line: MatrixLine
  /** Its place in the matrix. */
  at: number
  branch: string
  /** The place Tab reaches, where it is in this line. */
  tab: MatrixStop | null
  onOpen: (cell: string, stop: MatrixStop) => void
}

/** A platform and type of the matrix, or one of another branch that carries the revision. */
export const MatrixLineRow = ({ line, at, branch, tab, onOpen }: Props) => (
  <div role="row" className={styles.line}>
    <div role="rowheader">
      {line.label} <span className={styles.type}>{line.type}</span>
      {line.leak !== null && <span className={styles.leak}> of {line.leak}</span>}
    </div>
    {line.cells.map(({ id, folded, shown }, column) => {
      const before = folded.length > 0 ? 1 : 0
      const tabIndexOf = (index: number) => (tab?.column === column && tab.index === index ? 0 : -1)
      return (
        <div key={id} role="gridcell" className={styles.cell}>
          {before > 0 && (
            <span data-stop={`${at},${column},0`}>
              <button
                type="button"
                className={status.fold}
                data-look="success"
                aria-label={`${folded.length} success, show them`}
                tabIndex={tabIndexOf(0)}
                onClick={() => onOpen(id, { line: at, column, index: 0 })}
              >
                <Glyph word="success" />
                {folded.length}
              </button>
            </span>
          )}
          {shown.map((entry, index) => (
            <span key={entry.builder} data-stop={`${at},${column},${index + before}`}>
              <JobCell
                word={entry.word}
                symbol={entry.attempts.length > 1 ? `${entry.symbol} ×${entry.attempts.length}` : entry.symbol}
                name={entry.builder}
                href={pathOfKey(branch, entry.key)}
                tabIndex={tabIndexOf(index + before)}
              />
            </span>
          ))}
        </div>
      )
    })}
  </div>
)
