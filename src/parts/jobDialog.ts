import { create } from 'zustand'
import type { Job } from '../domain/job.ts'

/** A question about one job that is open on the page: how often to rebuild it, or which priority to give it. */
export type JobQuestion = { kind: 'rebuild' | 'priority'; job: Job; branch: string }

const useQuestion = create<{ question: JobQuestion | null }>()(() => ({ question: null }))

/** Opens `dialog` `Rebuild` or `Set priority`; the page has to show `<JobDialogs />`. */
export const openJobDialog = (question: JobQuestion): void => useQuestion.setState({ question })
export const closeJobDialog = (): void => useQuestion.setState({ question: null })
export const useJobQuestion = (): JobQuestion | null => useQuestion((state) => state.question)
