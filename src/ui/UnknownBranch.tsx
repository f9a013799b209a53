import { paths } from '../domain/paths.ts'
import { Hidden } from './Hidden.tsx'
import link from './link.module.css'
import styles from './UnknownBranch.module.css'

/** The whole page for a branch the server doesn't know: says so and offers the ones it does. */
export const UnknownBranch = ({ branch, branches }: { branch: string; branches: readonly string[] }) => (
  <section className={styles.page}>
    <h1 tabIndex={-1}>{branch}</h1>
    <p>
      The server knows no branch <b>{branch}</b>.{' '}
      {branches.length > 0 ? 'It knows these:' : 'Its list of branches is not loaded yet.'}
    </p>
    {branches.length > 0 && (
      <nav aria-labelledby="known-branches">
        <span id="known-branches">
          <Hidden>Branches the server knows</Hidden>
        </span>
        <ul className={styles.list}>
          {branches.map((name) => (
            <li key={name}>
              <a className={link.link} href={paths.queue(name)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    )}
  </section>
)
