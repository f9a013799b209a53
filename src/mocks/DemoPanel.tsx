import { useRef, useState, useSyncExternalStore } from 'react'
import { isScenarioName, scenarios } from '../farm/scenarios.ts'
import styles from './DemoPanel.module.css'
import type { DemoControl } from './demoControl.ts'

const names = Object.keys(scenarios).filter(isScenarioName)

/** The demo's own corner of the page: which world the farm is, and its clock. */
export function DemoPanel({ control }: { control: DemoControl }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { scenario, seed, offset } = useSyncExternalStore(control.subscribe, control.state)
  const [typedSeed, setTypedSeed] = useState(String(seed))
  const newSeed = /^\d{1,9}$/.test(typedSeed) ? Number(typedSeed) : seed

  return (
    <aside className={styles.corner} aria-label="Demo">
      <button type="button" className={styles.open} onClick={() => dialog.current?.showModal()}>
        Demo farm
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="demo-title">
        <form
          method="dialog"
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            void control.reset(newSeed)
          }}
        >
          <h2 id="demo-title" className={styles.title}>
            Demo farm
          </h2>
          <p className={styles.hint}>A simulated build farm in this browser, shared by its tabs.</p>
          <label className={styles.field}>
            Scenario
            <select
              value={scenario}
              onChange={({ target: { value } }) => {
                if (isScenarioName(value)) void control.setScenario(value)
              }}
            >
              {names.map((name) => (
                <option key={name} value={name}>
                  {name}: {scenarios[name].title}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.field}>
            Seed
            <input
              type="number"
              min={0}
              max={999_999_999}
              value={typedSeed}
              onChange={({ target: { value } }) => setTypedSeed(value)}
            />
          </label>
          <p className={styles.hint}>
            {offset === 0 ? 'The farm’s clock is yours.' : `The farm’s clock is ${offset / 60} min ahead of yours.`}
          </p>
          <div className={styles.acts}>
            <button type="button" onClick={() => void control.advance(60)}>
              Advance 1 minute
            </button>
            <button type="submit">Reset world</button>
            <button type="button" onClick={() => dialog.current?.close()}>
              Close
            </button>
          </div>
        </form>
      </dialog>
    </aside>
  )
}
