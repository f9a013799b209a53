import { apiOfPage } from '../../parts/jobLinks.ts'
import { Copyable } from '../../ui/Copyable.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { cx } from '../../ui/cx.ts'
import { apiLines } from './apiWords.ts'
import styles from './help.module.css'

/** The endpoints behind this page, each with a line for a shell. */
export function ApiTable() {
  const lines = apiLines(`${location.origin}${apiOfPage()}`)
  return (
    <>
      <p className={styles.note}>
        Everything here comes from this API. Press a line to copy it as curl, and fill in what is in capitals. The lines
        hold no credentials: add your own, as your site wants them. A write is answered with a job number, and has only
        been logged by then.
      </p>
      <table className={cx(styles.table, styles.stacked)}>
        <thead>
          <tr>
            <th scope="col">Endpoint</th>
            <th scope="col">What it tells or does</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, method, path, tells, curl }) => (
            <tr key={name}>
              <th scope="row">
                <Copyable text={curl} what={curl}>
                  <code>
                    <b>{method}</b> {path}
                  </code>{' '}
                  <Icon name="copy" />
                </Copyable>
              </th>
              <td>{tells}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
