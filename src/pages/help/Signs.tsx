import { jobStates, jobWord, resultNames } from '../../domain/state.ts'
import { JobCell } from '../../ui/JobCell.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import styles from './help.module.css'
import { signs } from './signs.ts'

/** Every state and result a job can show, and one nobody has a name for. */
const shown = [
  ...jobStates.filter((state) => state !== 'finished').map((state) => jobWord(state, null)),
  ...resultNames,
  'result 42',
]

/** The glyphs of states and results, and the short signs of the matrix. */
export const Signs = () => (
  <>
    <h3>Glyphs</h3>
    <p className={styles.note}>
      In a list with its word, in the matrix around the sign of the job. The colour never tells more than the glyph
      does.
    </p>
    <ul className={styles.glyphs}>
      {shown.map((word) => (
        <li key={word}>
          <JobCell word={word} symbol="M1" name="mochitest-1" />
          <StatusChip word={word} />
        </li>
      ))}
    </ul>
    <h3>Signs of the matrix</h3>
    <p className={styles.note}>
      A sign is short for the builder’s name, which it shows on hover and focus. Green folds to its count; the last of
      several attempts is shown, as <code>M1 ×3</code>. What no rule knows gets its initials. For example:
    </p>
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Sign</th>
          <th scope="col">Group</th>
          <th scope="col">Short for</th>
        </tr>
      </thead>
      <tbody>
        {signs.map(({ sign, group, stands }) => (
          <tr key={`${group} ${sign}`}>
            <th scope="row">
              <code>{sign}</code>
            </th>
            <td>{group}</td>
            <td>{stands}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)
