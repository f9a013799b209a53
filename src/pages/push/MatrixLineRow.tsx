import { memo } from 'react'
import type { MatrixCell, MatrixEntry, MatrixLine } from '../../domain/matrix.ts'
import type { MatrixStop } from '../../domain/matrixKeys.ts'
import { useIsKeyPicked } from '../../stores/selection.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { JobCell } from '../../ui/JobCell.tsx'
import status from '../../ui/status.module.css'
import styles from './matrix.module.css'

type Props = {
  line: MatrixLine
  /** Its place in the matrix. */
  at: number
  /** The list that what is picked belongs to. */
  list: string
  /** The address that shows a job beside the matrix, but for its key at the end. */
  base: string
  /** The place Tab reaches, where it is in this line. */
  tab: MatrixStop | null
  /** The job shown beside, where it is in this line. */
  selected: string | null
  onOpen: (cell: string, stop: MatrixStop) => void
}

const holds = (entry: MatrixEntry, key: string | null): boolean =>
  key !== null && entry.attempts.some((attempt) => attempt.key === key)

/** The one of `key` where it stands in the line by any of its attempts, else null: so that only that line is drawn anew. */
export const selectedIn = ({ cells }: MatrixLine, key: string | null): string | null =>
  cells.some(({ shown }) => shown.some((entry) => holds(entry, key))) ? key : null

/** A platform and type of the matrix, or one of another branch that carries the revision. */
export const MatrixLineRow = memo(
  function MatrixLineRow({ line, at, list, base, tab, selected, onOpen }: Props) {
    return (
      <div role="row" className={styles.line}>
        <div role="rowheader">
          {line.label} <span className={styles.type}>{line.type}</span>
          {line.leak !== null && <span className={styles.leak}> of {line.leak}</span>}
        </div>
        {line.cells.map((cell, column) => (
          <Cell
            key={cell.id}
            cell={cell}
            place={`${at},${column}`}
            list={list}
            base={base}
            stop={tab?.column === column ? tab.index : null}
            selected={selected}
            onOpen={() => onOpen(cell.id, { line: at, column, index: 0 })}
          />
        ))}
      </div>
    )
  },
  // A refresh makes every line anew; most say what they said.
  (was, is) =>
    was.at === is.at &&
    was.list === is.list &&
    was.base === is.base &&
    was.selected === is.selected &&
    was.onOpen === is.onOpen &&
    was.tab?.column === is.tab?.column &&
    was.tab?.index === is.tab?.index &&
    (was.line === is.line || JSON.stringify(was.line) === JSON.stringify(is.line)),
)

type CellProps = {
  cell: MatrixCell
  /** `<line>,<column>` */
  place: string
  list: string
  base: string
  /** The index in it that Tab reaches. */
  stop: number | null
  selected: string | null
  onOpen: () => void
}

function Cell({ cell: { folded, shown }, place, list, base, stop, selected, onOpen }: CellProps) {
  const before = folded.length > 0 ? 1 : 0
  const tabIndexOf = (index: number) => (stop === index ? 0 : -1)
  return (
    <div role="gridcell" className={styles.cell}>
      {before > 0 && (
        <span data-stop={`${place},0`}>
          <button
            type="button"
            className={status.fold}
            data-look="success"
            aria-label={`${folded.length} success, show them`}
            tabIndex={tabIndexOf(0)}
            onClick={onOpen}
          >
            <Glyph word="success" />
            {folded.length}
          </button>
        </span>
      )}
      {shown.map((entry, index) => (
        <span key={entry.builder} data-stop={`${place},${index + before}`} data-key={entry.key}>
          <EntryCell
            entry={entry}
            list={list}
            href={`${base}${entry.key}`}
            selected={holds(entry, selected)}
            tabIndex={tabIndexOf(index + before)}
          />
        </span>
      ))}
    </div>
  )
}

type EntryProps = { entry: MatrixEntry; list: string; href: string; selected: boolean; tabIndex: number }

/** A job of the matrix; it alone is drawn anew when it is picked. */
function EntryCell({ entry, list, ...rest }: EntryProps) {
  const picked = useIsKeyPicked(list, entry.key)
  return (
    <JobCell
      {...rest}
      word={entry.word}
      before={entry.before}
      symbol={entry.attempts.length > 1 ? `${entry.symbol} ×${entry.attempts.length}` : entry.symbol}
      name={entry.builder}
      picked={picked}
    />
  )
}
