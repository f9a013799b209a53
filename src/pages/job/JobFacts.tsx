import type { JobRequest } from '../../contract/records.ts'
import { askedWords } from '../../domain/askedFor.ts'
import { aboutEntry } from '../../domain/logAbout.ts'
import { isOrphan, outcomeOf, tookOf } from '../../domain/logEntries.ts'
import { AgentAnswer } from '../../parts/AgentAnswer.tsx'
import { LogAbout } from '../../parts/LogAbout.tsx'
import { OrphanStory } from '../../parts/OrphanStory.tsx'
import { useKnownWork } from '../../parts/useKnownWork.ts'
import { useIdentity } from '../../stores/identity.ts'
import { Duration } from '../../ui/Duration.tsx'
import { Section } from '../../ui/Section.tsx'
import { Time } from '../../ui/Time.tsx'
import { useNow } from '../../ui/clock.ts'
import page from '../../ui/page.module.css'

/** Who asked for what, about what, when, and what the agent made of it. */
export function JobFacts({ entry }: { entry: JobRequest }) {
  const { me } = useIdentity()
  const about = aboutEntry(entry.what, useKnownWork())
  const words = entry.complete_data?.body.msg
  return (
    <>
      <Section title={askedWords(entry)}>
        <dl className={page.facts}>
          <dt>Asked by</dt>
          <dd>
            {entry.who ?? 'not told'}
            {me !== null && entry.who === me && ' (you)'}
          </dd>
          <dt>About</dt>
          <dd>
            <LogAbout about={about} />
          </dd>
          <dt>Asked</dt>
          <dd>
            <Time at={entry.when} as="full" />
          </dd>
          <dt>Acted on</dt>
          <dd>
            {entry.completed_at === null ? (
              'not yet'
            ) : (
              <>
                <Time at={entry.completed_at} as="full" />, after <Duration seconds={tookOf(entry)} />
              </>
            )}
          </dd>
          <dt>Outcome</dt>
          <dd>
            <AgentAnswer entry={entry} />
          </dd>
          {words && (
            <>
              <dt>The agent’s words</dt>
              <dd>
                <pre className={page.words}>{words}</pre>
              </dd>
            </>
          )}
        </dl>
      </Section>
      {outcomeOf(entry) === 'open' && <Waiting entry={entry} />}
    </>
  )
}

/** What it means that the agent has not answered: at first nothing, later much. */
const Waiting = ({ entry }: { entry: JobRequest }) =>
  isOrphan(entry, useNow()) ? (
    <OrphanStory />
  ) : (
    <p className={page.note}>Nothing has happened yet. The agent usually answers within seconds.</p>
  )
