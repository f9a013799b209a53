import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Glyph } from './Glyph.tsx'
import { Hidden } from './Hidden.tsx'
import { Icon } from './Icon.tsx'
import styles from './panels.module.css'

/**
 * The screens a view has besides its data, never confused with each other. They sit where the data would be:
 * one sentence of fact, one act.
 */
type PanelProps = { title: string; children?: ReactNode; act?: ReactNode; mark?: ReactNode }

const Panel = ({ title, children, act, mark }: PanelProps) => (
  <div className={styles.panel}>
    <p className={styles.title}>
      {mark}
      {title}
    </p>
    {children && <div className={styles.text}>{children}</div>}
    {act && <div className={styles.acts}>{act}</div>}
  </div>
)

/** Ghost rows in the final layout, while nothing has arrived yet. `lines` per row: a push has two, a fact one. */
export const LoadingRows = ({
  rows = 8,
  lines = 1,
  label = 'Loading',
}: {
  rows?: number
  lines?: 1 | 2
  label?: string
}) => (
  <div aria-busy="true" className={styles.ghosts}>
    <span role="status">
      <Hidden>{label}</Hidden>
    </span>
    {Array.from({ length: rows * lines }, (_, row) => (
      <div key={row} className={styles.ghost} aria-hidden="true">
        <i />
        <i />
        <i style={{ maxWidth: `${180 + ((row * 67) % 140)}px` }} />
      </div>
    ))}
  </div>
)

/** The server answered, and there is nothing: "No jobs on try on 2026-11-22". */
export const EmptyPanel = (props: Omit<PanelProps, 'mark'>) => <Panel {...props} />

/** There is something, and the filter leaves none of it. `of` says how much: "26,700 jobs are here". */
export const NoMatchPanel = ({ of, filter, onClear }: { of: string; filter?: string; onClear: () => void }) => (
  <Panel title="No jobs match" act={<Button onClick={onClear}>Clear filters</Button>}>
    {of}
    {filter && (
      <>
        ; <code>{filter}</code> leaves none
      </>
    )}
    .
  </Panel>
)

/** Nobody has said anything about it yet: neither empty nor wrong. */
export const NotKnownPanel = ({
  children,
  title = 'Not loaded yet',
  onLook,
}: {
  title?: string
  children?: ReactNode
  onLook?: () => void
}) => (
  <Panel title={title} mark={<Glyph word="unknown" />} act={onLook && <Button onClick={onLook}>Look now</Button>}>
    {children}
  </Panel>
)

type ErrorProps = {
  /** What could not be done: "Could not load the queue". */
  title: string
  /** Why, in words: see failureText.ts. */
  cause: string
  /** `Since …`, usually with a Time. */
  since?: ReactNode
  /** What is still shown or still true: "Below is what we knew at 13:58:10." */
  kept?: ReactNode
  onRetry?: (() => void) | undefined
  /** One line above data that stay, instead of a panel in their place. */
  banner?: boolean
}

/** Something went wrong: the cause, since when, what is still shown, and a way on. Read out at once. */
export function ErrorPanel({ title, cause, since, kept, onRetry, banner }: ErrorProps) {
  const words = (
    <>
      {cause}
      {since && <> Since {since}.</>}
      {kept && <> {kept}</>}
    </>
  )
  const again = onRetry && (
    <Button small={banner === true} onClick={onRetry}>
      Try again
    </Button>
  )
  return (
    <div role="alert">
      {banner ? (
        <Banner look="failure" title={title} act={again}>
          {words}
        </Banner>
      ) : (
        <Panel
          title={title}
          mark={
            <span data-look="failure" className={styles.mark}>
              <Glyph word="failure" />
            </span>
          }
          act={again}
        >
          {words}
        </Panel>
      )}
    </div>
  )
}

/** Reading goes on; acting does not. */
export const SignedOutNote = () => (
  <p className={styles.note} role="note">
    <Icon name="lock" />
    Read-only: sign in to act
  </p>
)

/** The data are too old to be trusted: how old, since when nothing answers, and a way on. */
export const StaleBanner = ({
  age,
  since,
  onRetry,
}: {
  age: string
  since?: ReactNode
  onRetry?: (() => void) | undefined
}) => (
  <div role="alert">
    <Banner
      look="unknown"
      title={`This page is ${age} old`}
      act={
        onRetry && (
          <Button small onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      {since && <>The farm has not answered since {since}. </>}
      Clocks are stopped; nothing below is live.
    </Banner>
  </div>
)

/** One strip over data: a fact, the evidence behind it, an act. */
export const Banner = ({
  look,
  title,
  children,
  act,
}: {
  look: string
  title: string
  children?: ReactNode
  act?: ReactNode
}) => (
  <div className={styles.banner} data-look={look} data-tinted="">
    <Glyph word={look} />
    <div>
      <b>{title}</b>
      {children && <div className={styles.evidence}>{children}</div>}
    </div>
    {act && <div className={styles.acts}>{act}</div>}
  </div>
)
