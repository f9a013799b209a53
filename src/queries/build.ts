import type { SingleBuild } from '../contract/records.ts'
import { keys } from './keys.ts'
import { EVERY } from './polling.ts'
import { useOne } from './single.ts'
import type { One } from './single.ts'

/**
 * One build, never cached by the server, asked again until it has ended with a result. An end without one may be a
 * retry whose request still gets its result (surprise 29).
 */
export const useBuild = (branch: string, build: number | null): One<SingleBuild> =>
  useOne({
    key: keys.build(branch, build ?? -1),
    endpoint: 'build',
    input: build === null ? null : { branch, build_id: build },
    every: EVERY.single,
    rests: (value) => value.endtime !== null && value.status !== null,
  })
