import { useMemo } from 'react'
import type { SingleBuild } from '../../contract/records.ts'
import { parseBuilder } from '../../domain/builderName.ts'
import { count } from '../../domain/duration.ts'
import { concerns } from '../../domain/askedFor.ts'
import type { Job } from '../../domain/job.ts'
import { shortMaster } from '../../domain/shortNames.ts'
import { jobWord } from '../../domain/state.ts'
import { timelineOf } from '../../domain/timeline.ts'
import { AskedFor } from '../../parts/AskedFor.tsx'
import { JobActs } from '../../parts/JobActs.tsx'
import { JobHead } from '../../parts/JobHead.tsx'
import { RefreshFailed } from '../../parts/RefreshFailed.tsx'
import { Siblings } from '../../parts/Siblings.tsx'
import { useChangedAt } from '../../parts/useChangedAt.ts'
import { useLoadedToday } from '../../queries/loadedDay.ts'
import { useJobLog } from '../../queries/jobLog.ts'
import { usePush } from '../../queries/push.ts'
import { serverAhead } from '../../queries/serverAhead.ts'
import type { One } from '../../queries/single.ts'
import { usualOfBuilder } from '../../table/usual.ts'
import { JobTimeline } from '../../ui/JobTimeline.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import page from '../../ui/page.module.css'
import { Attempts } from './Attempts.tsx'
import { Rebuilds } from './Rebuilds.tsx'
import { WhyItRan } from './WhyItRan.tsx'
import { servedBy } from '../../parts/servedBy.ts'

type Props = { job: Job; build: SingleBuild; reading: One<SingleBuild>; branch: string }

/** A build that was read at least once. `/build/{id}` tells one request; lists tell whether there are more. */
export function BuildFacts({ job: alone, build, reading, branch }: Props) {
  const changedAt = Math.max(useChangedAt(branch, alone.revision), useAnsweredAt(alone))
  const push = usePush(branch, alone.revision, changedAt)
  const today = useLoadedToday(branch)
  const job = useMemo(() => ({ ...alone, requests: servedBy(alone, [push.table, today]) }), [alone, push.table, today])
  const usual = useMemo(() => (today ? usualOfBuilder(today, job.builder) : null), [today, job.builder])
  const facts = parseBuilder(job.builder)
  const word = jobWord(job.state, job.result)
  const samples = usual?.running?.n ?? 0
  return (
    <>
      <JobHead
        title={`Build ${job.buildId}`}
        job={job}
        word={word}
        branch={branch}
        facts={[
          facts.platformLabel,
          facts.type,
          facts.suite && `${facts.suite}${facts.chunk === null ? '' : `, chunk ${facts.chunk}`}`,
          job.master && `on ${shortMaster(job.master)}`,
          job.number !== null && `number ${job.number} of this builder`,
        ]}
        acts={<JobActs job={job} branch={branch} what={`build ${job.buildId}`} />}
      />
      <RefreshFailed what={`build ${job.buildId}`} reading={reading} />
      <div data-dims="">
        <Section
          title="Timeline"
          aside={
            samples > 0
              ? `against this builder’s ${count(samples)} finished builds loaded today`
              : 'what is usual is known once the queue of today was loaded'
          }
        >
          <JobTimeline
            timeline={timelineOf(job)}
            word={word}
            usual={{ waiting: usual?.waiting ?? null, running: usual?.running ?? null }}
          />
        </Section>
        <div className={page.two}>
          <div>
            <WhyItRan job={job} branch={branch} />
            <Attempts job={job} branch={branch} />
            <Rebuilds job={job} table={push.table ?? today} branch={branch} />
            <Siblings push={push} branch={branch} revision={job.revision} self={job} />
            <AskedFor
              target={{
                buildId: job.buildId,
                requestIds: job.requests.map((request) => request.requestId),
                revision: job.revision,
              }}
            />
          </div>
          <PropertyList properties={build.requests[0]?.properties ?? {}} />
        </div>
      </div>
    </>
  )
}

/**
 * When the agent last answered something that anybody asked for a build, by the log: milliseconds of this browser's clock,
 * 0 where it tells none.
 */
function useAnsweredAt({ buildId, requests, revision }: Job): number {
  const log = useJobLog().value ?? []
  const target = { buildId, requestIds: requests.map(({ requestId }) => requestId), revision }
  const last = log.reduce(
    (latest, entry) => (concerns(entry, target) ? Math.max(latest, entry.completed_at ?? 0) : latest),
    0,
  )
  return last === 0 ? 0 : (last - serverAhead()) * 1000
}
