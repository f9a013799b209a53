import type { PendingNow } from '../contract/records.ts'
import { keys } from './keys.ts'
import { EVERY } from './polling.ts'
import { useOne } from './single.ts'
import type { One } from './single.ts'

/** All that waits on the farm, never cached by the server (contract surprise 38): machines are shared by branches. */
export const usePendingAll = (wanted: boolean): One<PendingNow> =>
  useOne({
    key: keys.pendingAll(),
    endpoint: 'pendingAll',
    input: wanted ? {} : null,
    every: EVERY.now,
    rests: () => false,
  })
