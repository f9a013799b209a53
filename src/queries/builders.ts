import { keys } from './keys.ts'
import { EVERY } from './polling.ts'
import { useOne } from './single.ts'
import type { One } from './single.ts'

/**
 * Names of builders that ran in the last 60 days and whose name holds the branch's, in no order (contract surprise 39).
 * Asked once: which builders there are changes by the week. `wanted` false: not asked for.
 */
export const useBuilders = (branch: string, wanted: boolean): One<string[]> =>
  useOne({
    key: keys.builders(branch),
    endpoint: 'builders',
    input: wanted ? { branch } : null,
    every: EVERY.list,
    rests: () => true,
  })
