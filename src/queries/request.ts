import type { SingleRequest } from '../contract/records.ts'
import { keys } from './keys.ts'
import { EVERY } from './polling.ts'
import { useOne } from './single.ts'
import type { One } from './single.ts'

/** One request, never cached by the server, asked again until it is complete. It alone tells its builds (surprise 33). */
export const useRequest = (branch: string, request: number | null): One<SingleRequest> =>
  useOne({
    key: keys.request(branch, request ?? -1),
    endpoint: 'request',
    input: request === null ? null : { branch, request_id: request },
    every: EVERY.single,
    rests: (value) => value.complete !== 0,
  })
