import type { BlastRadius, MergedRequest } from '../../domain/blastRadius.ts'
import { useIdentity } from '../../stores/identity.ts'
import { LoadToday } from '../LoadToday.tsx'
import { several } from '../several.ts'
import { Warnings } from './Warnings.tsx'
import type { Warning } from './Warnings.tsx'
import { namesText } from './people.ts'
import styles from './preview.module.css'

type Props = {
  radius: BlastRadius
  branch: string
  /** Whether the list looked at is a whole day: only such a list tells whom the builds serve besides. */
  wholeDay: boolean
  /** "this push": what was meant to be hit. */
  beyond: string
}

/** What a cancel hits beyond what was meant. */
export function AlsoHit({ radius: { collateral }, branch, wholeDay, beyond }: Props) {
  const { me } = useIdentity()
  const { branches, clobbered } = collateral
  // One's own work is what one means to hit.
  const people = collateral.people.filter(({ who }) => who !== me)
  const lines: Warning[] = [
    ...mergedLine(collateral.merged),
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
          <code>{namesText(requestIds.map(String))}</code>
        </>
      ),
    })),
    ...clobberedLine(clobbered),
  ]
  return (
    <section className={styles.also}>
      <h3>Also hit</h3>
      {lines.length > 0 ? (
        <Warnings lines={lines} />
      ) : (
        <p className={styles.quiet}>Nothing beyond {beyond}, as far as is known.</p>
      )}
      {!wholeDay && (
        <LoadToday branch={branch}>
          Whether these builds serve other pushes too is told by the queue of {branch}, which is not loaded here.
        </LoadToday>
      )}
    </section>
  )
}

function mergedLine(merged: readonly MergedRequest[]): Warning[] {
  if (merged.length === 0) return []
  const pushes = [...new Set(merged.map(({ revision }) => revision ?? 'no revision'))]
  const text = (
    <>
      <b>{several(merged.length, 'request')}</b> of {namesText(pushes)}{' '}
      {merged.length === 1 ? 'loses its' : 'lose their'} build, being merged into builds listed here:{' '}
      <code>{namesText(merged.map(({ requestId }) => String(requestId)))}</code>
    </>
  )
  return [{ key: 'merged', text }]
}

function clobberedLine(clobbered: readonly string[]): Warning[] {
  if (clobbered.length === 0) return []
  const text = (
    <>
      <b>
        {several(clobbered.length, 'build directory', 'build directories')} {clobbered.length === 1 ? 'is' : 'are'}{' '}
        erased
      </b>
      : {namesText(clobbered)}. The next build there starts from nothing.
    </>
  )
  return [{ key: 'clobbered', text }]
}
