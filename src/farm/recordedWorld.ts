import { JobList } from '../contract/records.ts'
import { caller, one } from './testCaller.ts'
import type { Caller } from './testCaller.ts'
import type { TruthBuild, TruthRequest } from './truth.ts'

/** A world, and things in it that the recordings are about. */
export type RecordedWorld = {
  farm: Caller
  /** Paths of a pending request, a running build, its request, a failed build, its request, and the running build's push. */
  waiting: string
  runningBuild: string
  runningRequest: string
  doneBuild: string
  doneRequest: string
  push: string
  failed: TruthBuild
  exception: TruthBuild
  merged: TruthBuild
  mergedOver: TruthBuild
  inbound: TruthBuild
  test: TruthBuild
  /** A request whose build was given back and runs again, and one that waits again. */
  retried: TruthRequest
  waitingAgain: TruthRequest
  nightly: number
}

export function recordedWorld(): RecordedWorld {
  const farm = caller()
  const truth = farm.farm.truth(farm.now)
  const running = one(truth.running, (build) => build.sourceBranch === 'try' && build.endsAt > farm.now + 3600)
  const failed = one(truth.failed, (build) => build.branch === 'try' && build.result === 2)
  const pending = one(truth.pending, (request) => request.branch === 'try')
  const nightly = one(
    JobList.parse(farm.json('/self-serve/mozilla-central')),
    (row) => 'build_id' in row && row.revision === null,
  )
  return {
    farm,
    waiting: `/self-serve/try/request/${pending.requestId}`,
    runningBuild: `/self-serve/try/build/${running.buildId}`,
    runningRequest: `/self-serve/try/request/${running.requestIds[0]}`,
    doneBuild: `/self-serve/try/build/${failed.buildId}`,
    doneRequest: `/self-serve/try/request/${failed.requestIds[0]}`,
    push: `/self-serve/try/rev/${running.revision}`,
    failed,
    exception: one(truth.failed, (build) => build.result === 4),
    merged: one(truth.merged, (build) => build.endedAt === null && build.sourceBranch === 'try'),
    mergedOver: one(truth.merged, (build) => build.branch === 'mozilla-inbound' && build.endedAt !== null),
    inbound: one(truth.running, (build) => build.sourceBranch === 'integration/mozilla-inbound'),
    test: one(truth.running, (build) => build.branch === 'try' && /unittest/.test(build.sourceBranch ?? '')),
    retried: one(truth.retried, (request) => request.branch === 'try' && request.state === 'running'),
    waitingAgain: one(truth.retried, (request) => request.branch === 'try' && request.state === 'pending'),
    nightly: 'build_id' in nightly ? nightly.build_id : 0,
  }
}
