import type { ReactNode } from 'react'
import type { BlastRadius } from '../../domain/blastRadius.ts'
import { several } from '../../parts/several.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import styles from './cancelPush.module.css'

type Props = {
  radius: BlastRadius
  branch: string
  /** Whether today's jobs of the branch are at hand: they alone tell whom the builds serve besides. */
  todayKnown: boolean
}

/** Names listed before the rest is only counted. */
const NAMES = 4
const named = (names: readonly string[]): string =>
  names.slice(0, NAMES).join(', ') + (names.length > NAMES ? ` and ${names.length - NAMES} more` : '')

/** What a cancel of the push hits beyond it. */
export function AlsoHit({ radius: { collateral }, branch, todayKnown }: Props) {
  const { merged, branches, clobbered, people } = collateral
  const pushes = [...new Set(merged.map(({ revision }) => revision ?? 'no revision'))]
  const lines: { key: string; text: ReactNode }[] = [
    ...(merged.length > 0
      ? [
          {
            key: 'merged',
            text: (
              <>
                <b>{several(merged.length, 'request')}</b> of {named(pushes)}{' '}
                {merged.length === 1 ? 'loses its' : 'lose their'} build, being merged into builds listed here:{' '}
                <code>{named(merged.map(({ requestId }) => String(requestId)))}</code>
              </>
            ),
          },
        ]
      : []),
    ...branches.map((other) => ({
      key: `branch ${other.branch}`,
      text: (
        <>
          <b>{other.branch}</b>, {several(other.jobs, 'job')}. The server takes every branch that starts or ends with{' '}
          <code>{branch}</code>, and this one shares the revision.
        </>
      ),
    })),
    ...people.map(({ who, requestIds }) => ({
      key: `person ${who}`,
      text: (
        <>
          <b>{who}</b> asked for {several(requestIds.length, 'request')} of these:{' '}
          <code>{named(requestIds.map(String))}</code>
        </>
      ),
    })),
    ...(clobbered.length > 0
      ? [
          {
            key: 'clobbered',
            text: (
              <>
                <b>
                  {several(clobbered.length, 'build directory', 'build directories')}{' '}
                  {clobbered.length === 1 ? 'is' : 'are'} erased
                </b>
                : {named(clobbered)}. The next build there starts from nothing.
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <section className={styles.also}>
      <h3>Also hit</h3>
      {lines.length > 0 ? (
        <ul>
          {lines.map(({ key, text }) => (
            <li key={key} data-look="warnings">
              <Glyph word="warnings" />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>Nothing beyond this push, as far as is known.</p>
      )}
      {!todayKnown && (
        <p className={styles.quiet}>
          Whether its builds serve other pushes too is told by the queue of {branch}, which is not loaded here.
        </p>
      )}
    </section>
  )
}
