import { preferences } from '../stores/preferences.ts'
import type { Preferences } from '../stores/preferences.ts'
import { followOtherTabs } from '../stores/localJson.ts'

/** Writes theme and density on the document, now and whenever they change, in this tab or another. */
export function keepAppearance(): void {
  const apply = ({ theme, density }: Preferences) => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
    dataset['density'] = density
  }
  apply(preferences.getState())
  preferences.subscribe(apply)
  followOtherTabs(preferences)
}
