import type { CallInput, Reply } from '../../contract/endpoints.ts'
import type { EndpointName, ReadName } from '../../contract/routes.ts'
import { ApiError } from '../../contract/failure.ts'
import type { FailureKind } from '../../contract/failure.ts'
import type { JobRequest, SingleBuild, SingleRequest } from '../../contract/records.ts'
import type { ActionClient } from '../ports.ts'

type Write = { name: EndpointName; input: Record<string, unknown> }

/** How the next writes go wrong: acted upon or not, and what the client makes of it. */
export type Fault = { kind: FailureKind; acts: boolean }

/**
 * Just enough of a farm to be written to: build 5 and request 50 of one builder, a log, and an agent that answers when
 * told to. Times in seconds, from `now` (milliseconds).
 */
export function smallFarm() {
  const made: SingleRequest[] = []
  const request: SingleRequest = {
    request_id: 50,
    branch: 'try',
    buildername: 'Linux try build',
    revision: '0123456789ab',
    priority: 3,
    reason: 'scheduler',
    submittime: 900,
    claimed_at: 950,
    complete: 0,
    complete_at: null,
    properties: {},
    build_ids: [5],
  }
  const build: SingleBuild = {
    build_id: 5,
    branch: 'try',
    buildername: 'Linux try build',
    buildnumber: 1,
    claimed_by_name: 'bm01',
    revision: '0123456789ab',
    starttime: 951,
    endtime: null,
    status: null,
    requests: [request],
  }
  const log: JobRequest[] = []
  const writes: Write[] = []
  const farm = {
    writes,
    log,
    build,
    request,
    made,
    reads: 0,
    fault: null as Fault | null,
    readFault: null as FailureKind | null,
    now: () => 0,
    /** Called before a write is answered. */
    onWrite: async (): Promise<void> => undefined,
    agentAnswers,
  }
  const seconds = (): number => Math.floor(farm.now() / 1000)

  function take({ name, input }: Write): number {
    const id = 'build_id' in input ? { bid: input['build_id'] } : { brid: input['request_id'] }
    const numbers = Object.fromEntries(Object.entries(input).filter(([key]) => key === 'priority' || key === 'count'))
    const action = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    log.unshift({
      action,
      who: 'ann',
      when: seconds(),
      what: { ...id, ...numbers },
      completed_at: null,
      complete_data: null,
    })
    return log.length
  }

  /** The agent works off everything open, in its words. */
  function agentAnswers(words: { errors?: boolean; msg?: string } = {}): void {
    for (const [index, job] of log.entries()) {
      if (job.complete_data) continue
      const msg = words.msg ?? act(job)
      job.completed_at = seconds()
      job.complete_data = { request_id: log.length - index, body: { errors: words.errors ?? false, msg } }
    }
  }

  function act({ action, what, who }: JobRequest): string {
    if (action === 'cancel_build') {
      if (build.endtime !== null) return 'Build is complete, nothing to do'
      build.endtime = seconds()
      build.status = 4
    }
    if (action === 'reprioritize') request.priority = Number(what['priority'])
    if (action === 'rebuild_build') {
      for (let run = 0; run < Number(what['count']); run += 1) {
        const fresh = { request_id: 60 + made.length, reason: `Self-serve: Rebuilt by ${who}`, submittime: seconds() }
        made.push({ ...request, ...fresh, claimed_at: 0, build_ids: [] })
      }
    }
    return 'Ok'
  }

  const answers: Partial<Record<ReadName, (input: Record<string, unknown>) => unknown>> = {
    build: () => build,
    request: (input) => [request, ...made].find((one) => one.request_id === input['request_id']),
    jobRequest: (input) => log.at(-Number(input['job_id'])),
    jobRequests: () => log,
    push: () => [],
    running: () => ({ running: {} }),
    pending: () => {
      const items = made.map((one) => ({
        id: one.request_id,
        buildername: one.buildername,
        submitted_at: one.submittime,
      }))
      return { pending: { try: { '0123456789ab': items } } }
    },
  }

  const client: ActionClient = {
    async read<K extends ReadName>(name: K, input: CallInput<K>) {
      farm.reads += 1
      if (farm.readFault) throw new ApiError({ kind: farm.readFault, endpoint: name, status: null, detail: null })
      // The table above gives each endpoint its own shape; a wrong one would fail the test that reads it.
      const value = answers[name]?.({ ...input }) as Reply<K>
      return { value, sentAt: farm.now(), at: farm.now(), serverTime: null }
    },
    async write(name, input) {
      const asked = { name, input: { ...input } }
      writes.push(asked)
      const { fault } = farm
      await farm.onWrite()
      const job = fault && !fault.acts ? 0 : take(asked)
      if (fault) throw new ApiError({ kind: fault.kind, endpoint: name, status: null, detail: null })
      return { job, status: 202, at: farm.now() }
    },
  }
  return { farm, client }
}
