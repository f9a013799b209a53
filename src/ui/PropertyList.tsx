import { useState } from 'react'
import { valueText } from '../domain/shortNames.ts'
import { Copyable } from './Copyable.tsx'
import { Section } from './Section.tsx'
import styles from './PropertyList.module.css'

/** Enough to see without scrolling past the page's own facts. */
const FIRST = 12

/** Properties of any JSON, searchable by name and value, each value copied whole on press. */
export function PropertyList({
  properties,
  title = 'Properties',
}: {
  properties: Readonly<Record<string, unknown>>
  title?: string
}) {
  const [words, setWords] = useState('')
  const [all, setAll] = useState(false)
  const entries = Object.entries(properties)
    .map(([name, value]): [string, string] => [name, valueText(value)])
    .toSorted(([one], [other]) => one.localeCompare(other))
  const wanted = words.trim().toLowerCase()
  const matching = entries.filter(([name, text]) => `${name} ${text}`.toLowerCase().includes(wanted))
  const shown = all || wanted ? matching : matching.slice(0, FIRST)

  return (
    <Section title={title} aside={`${shown.length} of ${entries.length}`}>
      {entries.length === 0 ? (
        <p className={styles.none}>The farm tells no properties here.</p>
      ) : (
        <>
          {entries.length > FIRST && (
            <input
              type="search"
              className={styles.field}
              aria-label="Filter properties"
              placeholder="Filter properties"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
          <dl className={styles.list}>
            {shown.map(([name, text]) => (
              <div key={name} className={styles.entry}>
                <dt>{name}</dt>
                <dd>
                  <Copyable text={text} what={name} />
                </dd>
              </div>
            ))}
          </dl>
          {matching.length === 0 && <p className={styles.none}>No property matches “{words}”.</p>}
          {shown.length < matching.length && (
            <button type="button" className={styles.more} onClick={() => setAll(true)}>
              Show all {matching.length}
            </button>
          )}
        </>
      )}
    </Section>
  )
}
