import { useMemo } from 'react'
import { Link } from 'react-router'
import type { SingleRequest } from '../../contract/records.ts'
import { parseBuilder } from '../../domain/builderName.ts'
import { count } from '../../domain/duration.ts'
import type { Job } from '../../domain/job.ts'
import { paths } from '../../domain/paths.ts'
import { requestWord } from '../../domain/requestWord.ts'
import { timelineOf } from '../../domain/timeline.ts'
import { AskedFor } from '../../parts/AskedFor.tsx'
import { JobActs } from '../../parts/JobActs.tsx'
import { JobHead } from '../../parts/JobHead.tsx'
import { RefreshFailed } from '../../parts/RefreshFailed.tsx'
import { useLoadedToday } from '../../queries/loadedDay.ts'
import type { One } from '../../queries/single.ts'
import { usualOfBuilder } from '../../table/usual.ts'
import { JobTimeline } from '../../ui/JobTimeline.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import link from '../../ui/link.module.css'
import page from '../../ui/page.module.css'
import { PlaceInQueue } from './PlaceInQueue.tsx'
import { usePlace } from './usePlace.ts'

type Props = { job: Job; request: SingleRequest; reading: One<SingleRequest>; branch: string }

const endWords: Readonly<Record<string, string>> = {
  cancelled: 'cancelled before it started',
  complete: 'complete: its build has the result',
}

/** A request that was read at least once. */
export function RequestFacts({ job, request, reading, branch }: Props) {
  const today = useLoadedToday(branch)
  const usual = useMemo(() => (today ? usualOfBuilder(today, job.builder) : null), [today, job.builder])
  const facts = parseBuilder(job.builder)
  const word = requestWord(request)
  const { placed, reading: waiting } = usePlace(request, today)
  const samples = usual?.waiting?.n ?? 0
  return (
    <>
      <JobHead
        title={`Request ${request.request_id}`}
        job={job}
        word={word}
        branch={branch}
        facts={[facts.platformLabel, facts.type, facts.suite, `priority ${request.priority}`, request.reason]}
        acts={<JobActs job={job} branch={branch} what={`request ${request.request_id}`} steps={placed?.steps} />}
      />
      <RefreshFailed what={`request ${request.request_id}`} reading={reading} />
      <div data-dims="">
        <Section
          title="Timeline"
          aside={
            samples > 0
              ? `against this builder’s ${count(samples)} jobs loaded today`
              : 'what is usual is known once the queue of today was loaded'
          }
        >
          <JobTimeline
            timeline={timelineOf(job)}
            word={word}
            end={endWords[word] ?? word}
            usual={{ waiting: usual?.waiting ?? null, running: null }}
          />
        </Section>
        <div className={page.two}>
          <div>
            {word === 'pending' && <PlaceInQueue placed={placed} reading={waiting} today={today} branch={branch} />}
            <Section
              title="Builds"
              aside={request.build_ids.length > 1 ? 'the last one is the one that counts' : undefined}
            >
              <Builds request={request} branch={branch} word={word} />
            </Section>
            <AskedFor target={{ buildId: null, requestIds: [request.request_id], revision: job.revision }} />
          </div>
          <PropertyList properties={request.properties} />
        </div>
      </div>
    </>
  )
}

function Builds({ request, branch, word }: { request: SingleRequest; branch: string; word: string }) {
  const ids = request.build_ids.toSorted((one, other) => one - other)
  if (ids.length === 0)
    return (
      <p>
        {word === 'pending'
          ? 'It waits for a master to claim it.'
          : word === 'running'
            ? 'Claimed; its build is not listed yet.'
            : 'It never became a build.'}
      </p>
    )
  return (
    <>
      {word === 'pending' && <p>An earlier attempt ended without a result; the request waits again.</p>}
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Link className={link.link} to={paths.build(branch, id)}>
              build {id}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
