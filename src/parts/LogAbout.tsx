import { Link } from 'react-router'
import type { LogAbout as About } from '../domain/logAbout.ts'
import { paths } from '../domain/paths.ts'
import { shortRevision } from '../domain/revision.ts'
import { usePreferences } from '../stores/preferences.ts'
import link from '../ui/link.module.css'
import styles from './LogAbout.module.css'

/** What the server takes for a revision; anything else in the log leads nowhere (contract surprise 19). */
const isRevision = (text: string): boolean => /^([0-9a-f]{12}|[0-9a-f]{40})$/i.test(text)

/** What an entry of the log is about, with links as far as its branch is known. */
export function LogAbout({ about }: { about: About }) {
  const { branch, builder, revision } = about
  const thing = thingOf(about)
  return (
    <span className={styles.about}>
      {builder !== null &&
        (thing && branch !== null ? (
          <Link className={styles.builder} to={thing.path(branch)}>
            {builder}
          </Link>
        ) : (
          <span>{builder}</span>
        ))}
      <span className={styles.rest}>
        {thing &&
          (branch === null ? <Guess {...thing} /> : <Known {...thing} branch={branch} named={builder !== null} />)}
        {revision !== null && <Push branch={branch} revision={revision} />}
        {branch !== null && (
          <Link className={link.link} to={paths.queue(branch)}>
            {branch}
          </Link>
        )}
      </span>
    </span>
  )
}

type Thing = { name: string; path: (branch: string) => string }

/** The one build or request an entry names. */
function thingOf({ buildId, requestId }: About): Thing | null {
  if (buildId !== null) return { name: `build ${buildId}`, path: (branch) => paths.build(branch, buildId) }
  if (requestId !== null) return { name: `request ${requestId}`, path: (branch) => paths.request(branch, requestId) }
  return null
}

/** The builder's name is the link where it is known. */
const Known = ({ name, path, branch, named }: Thing & { branch: string; named: boolean }) =>
  named ? (
    <span>{name}</span>
  ) : (
    <Link className={link.link} to={path(branch)}>
      {name}
    </Link>
  )

/** The log names no branch, and nothing here does: one may be tried, and the question mark says that it is a try. */
function Guess({ name, path }: Thing) {
  const branch = usePreferences((preferences) => preferences.lastBranch) ?? 'try'
  return (
    <>
      <span>{name}</span>
      <Link
        className={link.link}
        to={path(branch)}
        aria-label={`${name} on ${branch}?`}
        title={`The log names no branch: look for it on ${branch}`}
      >
        on {branch}?
      </Link>
    </>
  )
}

const Push = ({ branch, revision }: { branch: string | null; revision: string }) =>
  branch !== null && isRevision(revision) ? (
    <Link className={`${link.link} ${styles.revision}`} to={paths.push(branch, shortRevision(revision))}>
      {shortRevision(revision)}
    </Link>
  ) : (
    <code>{revision}</code>
  )
