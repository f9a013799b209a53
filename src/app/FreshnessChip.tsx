import { age } from '../domain/duration.ts'
import { IconButton } from '../ui/Button.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Ring } from '../ui/Ring.tsx'
import { useWallClock } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
import { useClockText } from '../ui/zone.ts'
import type { Freshness } from './freshness.ts'
import { useFreshness } from './useFreshness.ts'
import styles from './TopBar.module.css'

/** Contract surprise 38. */
const SERVER_COPIES =
  'When it was fetched. The server may have made its lists up to 60 s before, those of a push 120 s.'

const PAUSED = 'Paused in this tab. Others go on.'

/** As of when the page is, when it is asked for anew, and the switch for that. Changes too often to be read out. */
export function FreshnessChip() {
  const { freshness, paused, setPaused } = useFreshness()
  const stale = freshness.state === 'stale' || freshness.state === 'old'
  return (
    <span className={cx(styles.fresh, stale && !paused && styles.stale)}>
      <span
        className={styles.status}
        role="status"
        aria-label="Data freshness"
        aria-live="off"
        title={paused ? PAUSED : SERVER_COPIES}
      >
        {paused ? <Icon name="pause" /> : stale ? <Glyph word="warnings" /> : <Ring share={freshness.share} />}
        <Words freshness={freshness} paused={paused} stale={stale} />
      </span>
      <IconButton
        small
        icon={paused ? 'play' : 'pause'}
        label={paused ? 'Resume updates' : 'Pause updates'}
        onClick={() => setPaused(!paused)}
      />
    </span>
  )
}

function Words({ freshness, paused, stale }: { freshness: Freshness; paused: boolean; stale: boolean }) {
  const clock = useClockText()
  const now = useWallClock()
  if (freshness.at === null) return <span>{paused ? 'paused' : 'nothing loaded yet'}</span>
  const at = freshness.at / 1000
  const asOf = <b>{clock(at)}</b>
  if (paused) return <span>paused, as of {asOf}</span>
  if (stale)
    return (
      <span>
        stale · as of {asOf}, {age(now - at) ?? 'over a day'} ago
      </span>
    )
  if (freshness.nextAt === null) return <span>as of {asOf}</span>
  const left = Math.round(freshness.nextAt / 1000 - now)
  return (
    <span>
      as of {asOf} · {left > 0 ? `next in ${left} s` : 'asking now'}
    </span>
  )
}
