import { count } from '../../domain/duration.ts'
import { minutes, pushVerdict } from '../../domain/pushVerdict.ts'
import { verdictOf } from '../../domain/verdict.ts'
import type { Verdict as Judged } from '../../domain/verdict.ts'
import type { Push } from '../../table/push.ts'
import { Bar } from '../../ui/Bar.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { Hidden } from '../../ui/Hidden.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { useNow } from '../../ui/clock.ts'
import { legendOf } from './legend.ts'
import styles from './push.module.css'

/** What the server would say of a push, why, and what it is made of. */
export function Verdict({ push }: { push: Push }) {
  const moving = push.counts.pending + push.counts.running > 0
  return moving ? <Strip push={push} now={0} /> : <Resting push={push} />
}

/** Only what is at rest depends on the time: whether it has rested long enough. */
const Resting = ({ push }: { push: Push }) => <Strip push={push} now={useNow()} />

const steps = ['Running', 'Settling', 'Done'] as const
const stepOf = { unknown: null, running: 'Running', settling: 'Settling', passed: 'Done', failed: 'Done' } as const

/** The look of the worst that stands against it, else of how it stands. */
function lookOfVerdict({ word, because }: Judged): string {
  if (word === 'unknown') return 'unknown'
  const worst = (['failure', 'exception', 'warnings', 'cancelled', 'skipped'] as const).find(
    (slot) => because[slot] > 0,
  )
  const loud = word === 'failed' || worst === 'failure' || worst === 'exception' || worst === 'warnings'
  if (worst && loud) return worst
  return word === 'passed' ? 'success' : word === 'failed' ? 'unknown' : 'running'
}

function Strip({ push, now }: { push: Push; now: number }) {
  const verdict = verdictOf(push, now)
  const { word, headline, why } = pushVerdict(verdict)
  const look = lookOfVerdict(verdict)
  const legend = legendOf(push.counts)
  const plain = word === 'settling' || headline.toLowerCase() === word
  return (
    <div className={styles.verdict} data-look={look} data-dims="">
      <span className={styles.mark} data-still={word !== 'running'}>
        <Glyph word={look} />
      </span>
      <div className={styles.headline}>
        <span role="status" aria-label="Verdict">
          {plain ? (
            <span className={styles.word}>{word}</span>
          ) : (
            <>
              <Hidden>{word}: </Hidden>
              {headline}
            </>
          )}
        </span>
        {/* Beside it, since what is read out must not tick. */}
        {word === 'settling' && <span>, {minutes(verdict.settlesIn ?? 0)} left</span>}
      </div>
      <div className={styles.counts}>
        <ul className={styles.legend} aria-label="Jobs by state and result">
          {legend.map((segment) => (
            <li key={segment.word}>
              <StatusChip word={segment.word} plain>
                <b>{count(segment.count)}</b> <span className={styles.legendWord}>{segment.word}</span>
              </StatusChip>
            </li>
          ))}
        </ul>
        <Bar segments={legend} />
      </div>
      <div className={styles.why}>
        <ol className={styles.steps} aria-label="The way to the verdict">
          {steps.map((step) => (
            <li key={step} {...(stepOf[word] === step ? { 'aria-current': 'step' } : {})}>
              {step}
            </li>
          ))}
        </ol>
        <p>{why.join(' ')}</p>
      </div>
    </div>
  )
}
