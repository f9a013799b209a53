import { usePreferences } from '../stores/preferences.ts'
import { cx } from '../ui/cx.ts'
import { Keys } from './Keys.tsx'
import { commandGroups, rowsOf } from './catalogue.ts'
import { keysOf } from './keymap.ts'
import styles from './ShortcutList.module.css'

/** All that can be done by key, group by group, with the views where it works, unless that is every one. `here`: those of the page on screen. */
export function ShortcutList({ here }: { here?: ReadonlySet<string> }) {
  const chosen = usePreferences((preferences) => preferences.keys)
  return (
    <div className={styles.groups}>
      {commandGroups.map((group) => (
        <section key={group}>
          <h3>{group}</h3>
          <dl>
            {rowsOf(group).map((row) => (
              <div key={row.keys} className={cx(here && !row.fixed && !here.has(row.keys) && styles.elsewhere)}>
                <dt>
                  <Keys keys={keysOf(row.keys, chosen)} />
                </dt>
                <dd>
                  {row.label}
                  {!row.on.includes('every page') && <span className={styles.where}> · {row.on.join(', ')}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
