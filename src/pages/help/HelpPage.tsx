import { ShortcutList } from '../../commands/ShortcutList.tsx'
import { paths } from '../../domain/paths.ts'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { Section } from '../../ui/Section.tsx'
import link from '../../ui/link.module.css'
import page from '../../ui/page.module.css'
import { ApiTable } from './ApiTable.tsx'
import { Glossary } from './Glossary.tsx'
import { Signs } from './Signs.tsx'
import styles from './help.module.css'

/** `/help`: keys, words, signs and the API behind it all. */
export function Component() {
  const shortcuts = usePreferences((preferences) => preferences.shortcuts)
  usePageTitle({ title: 'Help' })
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>Help</h1>
      </header>
      <Section title="Keyboard shortcuts" aside="not while typing">
        <p className={styles.note}>
          {shortcuts ? '' : 'They are switched off; only Esc works. '}
          <a className={link.link} href={`${paths.settings()}#keys`}>
            Switch off or change keys
          </a>{' '}
          · Where no view is named, a key works on every one. In a list and the matrix the arrow keys, Home and End move
          too; everything can be reached by Tab.
        </p>
        <ShortcutList />
      </Section>
      <Section title="Words">
        <Glossary />
      </Section>
      <Section title="Signs">
        <Signs />
      </Section>
      <Section title="API">
        <ApiTable />
      </Section>
    </div>
  )
}
