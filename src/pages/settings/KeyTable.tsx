import { useState } from 'react'
import { Keys } from '../../commands/Keys.tsx'
import { catalogue, commandGroups, rowsOf } from '../../commands/catalogue.ts'
import type { CatalogueRow, CommandKeys } from '../../commands/catalogue.ts'
import { printed, withKeys } from '../../commands/editKeys.ts'
import { keysOf } from '../../commands/keymap.ts'
import { setPreferences, usePreferences } from '../../stores/preferences.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { KeyEditor } from './KeyEditor.tsx'
import styles from './KeyTable.module.css'

/** Every command with its keys: to change one, or to put back what it came with. */
export function KeyTable() {
  const chosen = usePreferences((preferences) => preferences.keys)
  const [edited, setEdited] = useState<CommandKeys | null>(null)
  const changed = catalogue.filter((row) => chosen[row.keys] !== undefined)
  const save = (row: CatalogueRow, keys: string) => {
    setPreferences({ keys: withKeys(chosen, row.keys, keys) })
    announce(`${row.label}: ${keys === '' ? 'no keys' : printed(keys).join(' ')}`)
    setEdited(null)
  }
  return (
    <>
      <table className={styles.table}>
        <caption>Commands and their keys</caption>
        <thead>
          <tr>
            <th scope="col">Command</th>
            <th scope="col" className={styles.where}>
              Works on
            </th>
            <th scope="col">Keys</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        {commandGroups.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                {group}
              </th>
            </tr>
            {rowsOf(group).map((row) => (
              <tr key={row.keys}>
                <th scope="row">{row.label}</th>
                <td className={styles.where}>{row.on.join(', ')}</td>
                {edited === row.keys ? (
                  <td colSpan={2}>
                    <KeyEditor
                      row={row}
                      chosen={chosen}
                      onSave={(keys) => save(row, keys)}
                      onCancel={() => setEdited(null)}
                    />
                  </td>
                ) : (
                  <>
                    <td>
                      <Keys keys={keysOf(row.keys, chosen)} />
                    </td>
                    <td>
                      {row.fixed ? (
                        <span className={styles.fixed}>fixed</span>
                      ) : (
                        <Button
                          small
                          variant="quiet"
                          aria-label={`Change keys of ${row.label}`}
                          onClick={() => setEdited(row.keys)}
                        >
                          Change
                        </Button>
                      )}
                      {chosen[row.keys] !== undefined && (
                        <Button
                          small
                          variant="quiet"
                          aria-label={`Reset keys of ${row.label}`}
                          onClick={() => save(row, row.keys)}
                        >
                          Reset
                        </Button>
                      )}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <Button
        reason={changed.length === 0 ? 'All commands have the keys they came with' : null}
        onClick={() => {
          setPreferences({ keys: {} })
          announce('All commands have the keys they came with')
        }}
      >
        Reset all keys
      </Button>
    </>
  )
}
