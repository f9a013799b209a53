import type { ResultStrip } from '../../domain/attempts.ts'
import { stripWords } from '../../domain/attempts.ts'
import { jobWord } from '../../domain/state.ts'
import { several } from '../../parts/several.ts'
import { JobCell } from '../../ui/JobCell.tsx'
import styles from './panel.module.css'
import { useJobClick } from './useJobClick.ts'
import { useOpenJob } from './usePushAddress.ts'

/** The runs of one rebuild in the order they were asked for, each with its result as it comes: "17 of 20 green". */
export function RunStrip({ strip, builder }: { strip: ResultStrip; builder: string }) {
  const { open, hrefOf } = useOpenJob()
  const onClick = useJobClick()
  const { runs, of, merged } = strip
  return (
    <div className={styles.strip}>
      <span className={styles.stripWords}>
        <b>{stripWords(strip)}</b>
        {merged > 0 && ` · ${several(merged, 'request')} merged into these runs`}
      </span>
      <span className={styles.runs}>
        {runs.map(({ key, state, result }, place) => (
          <span key={key} data-key={key}>
            <JobCell
              word={jobWord(state, result)}
              symbol={String(place + 1)}
              name={`${builder}, run ${place + 1} of ${of}`}
              href={hrefOf(key)}
              selected={key === open}
              onClick={onClick}
            />
          </span>
        ))}
        {of > runs.length && <span className={styles.toCome}>{of - runs.length} not listed yet</span>}
      </span>
    </div>
  )
}
