import type { UserJobs } from '../contract/records.ts'
import { keys } from './keys.ts'
import { EVERY } from './polling.ts'
import { useOne } from './single.ts'
import type { One } from './single.ts'

/** The newest work of a person on a branch, by the name the repository has. Null: not asked for. */
export const useUserWork = (branch: string, user: string | null): One<UserJobs> =>
  useOne({
    key: keys.userWork(branch, user ?? ''),
    endpoint: 'userJobs',
    input: user === null ? null : { branch, user },
    every: EVERY.list,
    rests: () => false,
  })
