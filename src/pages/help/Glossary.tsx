import { glossary } from '../../domain/glossary.ts'
import styles from './help.module.css'

/** What the words of the app mean. */
export const Glossary = () => (
  <div className={styles.columns}>
    {glossary.map(({ title, entries }) => (
      <section key={title}>
        <h3>{title}</h3>
        <dl className={styles.words}>
          {entries.map(({ word, means }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </section>
    ))}
  </div>
)
