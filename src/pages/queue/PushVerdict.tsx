import { verdictOf } from '../../domain/verdict.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import type { Push } from '../../table/push.ts'
import { useNow } from '../../ui/clock.ts'
import styles from './rows.module.css'
import { verdictWords } from './verdictWords.ts'

/** The verdict of a push in words; counts down by itself while it settles. */
export function PushVerdict({ push }: { push: Push }) {
  const moving = push.counts.pending + push.counts.running > 0
  return moving ? <Words push={push} now={0} /> : <Settling push={push} />
}

/** Only what is at rest depends on the time: whether it has rested long enough. */
const Settling = ({ push }: { push: Push }) => <Words push={push} now={useNow()} />

function Words({ push, now }: { push: Push; now: number }) {
  const { look, word, tail } = verdictWords(push, verdictOf(push, now))
  return (
    <>
      <span className={styles.word} data-look={look}>
        <Glyph word={look} />
        {word}
      </span>
      <span className={styles.tail} title={tail}>
        {tail}
      </span>
    </>
  )
}
