import { parseBuilder } from '../builderName.ts'
import type { BuilderFacts } from '../builderName.ts'
import { jobStates } from '../state.ts'
import type { JobState } from '../state.ts'
import { hasFact } from './fields.ts'
import type { Test } from './fields.ts'
import type { Filter } from './filter.ts'

/** As much of a job as filters look at. */
export type Filterable = {
  builder: string
  revision: string | null
  reason: string | null
  state: JobState
  result: number | null
}

function holds(test: Test, job: Filterable, facts: BuilderFacts): boolean {
  switch (test.on) {
    case 'text':
      return [job.builder, job.revision, job.reason].some((text) => text?.toLowerCase().includes(test.word) ?? false)
    case 'state':
      return test.codes.includes(jobStates.indexOf(job.state))
    case 'result':
      return job.result !== null && test.codes.includes(job.result)
    case 'platform':
      return hasFact(test, facts)
  }
}

/** What a filter means, one job at a time. `compileFilter` says the same of many. */
export const matchesJob = (filter: Filter, job: Filterable, facts: BuilderFacts = parseBuilder(job.builder)): boolean =>
  filter.clauses.every(({ negate, test }) => holds(test, job, facts) !== negate)
