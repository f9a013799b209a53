import { several } from '../../parts/several.ts'
import type { Outside } from '../../table/view.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import link from '../../ui/link.module.css'
import styles from './rows.module.css'

/** Trouble of a push that the filter hides, said: green folds, red never. */
export function OutsideNote({ outside, onShow }: { outside: Outside; onShow: () => void }) {
  const { failure, exception } = outside
  if (failure + exception === 0) return null
  const one = failure + exception === 1
  const what = [failure > 0 ? several(failure, 'failure') : '', exception > 0 ? several(exception, 'exception') : '']
    .filter(Boolean)
    .join(' and ')
  return (
    <p className={styles.note}>
      <b>
        <Glyph word={failure > 0 ? 'failure' : 'exception'} /> {one ? `The ${what.slice(2)} is` : `${what} are`} outside
        this filter
      </b>
      ,{' '}
      <button type="button" className={link.link} onClick={onShow}>
        {one ? 'show it' : 'show them'}
      </button>
    </p>
  )
}
