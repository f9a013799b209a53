import { useLocation } from 'react-router'
import { paths } from '../../domain/paths.ts'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import link from '../../ui/link.module.css'
import styles from './NotFoundPage.module.css'

/** For an address that is none of ours. */
export function Component() {
  const { pathname } = useLocation()
  usePageTitle({ title: 'Not found' })
  return (
    <section className={styles.page}>
      <h1>Not found</h1>
      <p>
        There is no page at <code>{pathname}</code>.
      </p>
      <a className={link.link} href={paths.home()}>
        To the queue
      </a>
    </section>
  )
}
