import { watchedName, watchedPath } from '../../domain/watched.ts'
import { MOST_WATCHED, unwatch, useWatchList } from '../../stores/watch.ts'
import { Button } from '../../ui/Button.tsx'
import { Time } from '../../ui/Time.tsx'
import link from '../../ui/link.module.css'
import styles from './SettingsPage.module.css'

/** All that is watched from this browser, and what of it has ended and was not seen yet. */
export function WatchedList() {
  const entries = useWatchList()
  if (entries.length === 0) {
    return (
      <p className={styles.empty}>
        Nothing. Press Watch on the page of a push, a build or a request; at most {MOST_WATCHED} at once.
      </p>
    )
  }
  return (
    <ul aria-label="Watched" className={styles.watched}>
      {entries.map(({ watched, since, lookedAt, end }) => {
        const name = watchedName(watched)
        return (
          <li key={name}>
            <a className={link.link} href={watchedPath(watched)}>
              {name}
            </a>
            <span>
              {end === null ? (
                <>
                  watched since <Time as="clock" at={since / 1000} />, asked for at{' '}
                  <Time as="clock" at={lookedAt / 1000} />
                </>
              ) : (
                <>
                  <b>{end.word}</b>, found at <Time as="clock" at={end.at / 1000} />
                </>
              )}
            </span>
            <Button
              small
              variant="quiet"
              aria-label={`${end === null ? 'Stop watching' : 'Seen:'} ${name}`}
              onClick={() => unwatch(watched)}
            >
              {end === null ? 'Stop watching' : 'Seen'}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
