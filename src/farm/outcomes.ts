import { EXCEPTION, FAILURE, RETRY, SUCCESS, WARNINGS } from './model.ts'
import type { Builder, Machine, Request } from './model.ts'
import { mix, roll, rollNormal } from './prng.ts'
import { familyOf } from './suites.ts'

/** Something wrong with machines: builds on these masters break while it lasts. Times in seconds since epoch. */
export type Storm = { from: number; until: number; masters: readonly string[]; share: number }

export type Outcome = { seconds: number; result: number }

/** How often a test is orange for no reason of the push: few builders often, most hardly ever. */
const flakiness = (builder: Builder): number => 0.12 * roll(builder.key, 11) ** 3

/**
 * How a build of this request will go on this machine, by the distributions of a production farm:
 * lognormal durations around the builder's median; success 83 to 96 %, warnings 2 to 9 %, failure 1 to 7 %,
 * exception 0.2 to 1 %, retry 0.4 to 1.2 %.
 */
export function outcomeOf(
  request: Request,
  builder: Builder,
  machine: Machine,
  at: number,
  storm: Storm | null,
): Outcome {
  const key = mix(request.key, request.attempts)
  const full = Math.max(20, Math.round(builder.typical * Math.exp(0.28 * rollNormal(key, 1))))
  const ill = storm && at >= storm.from && at < storm.until && storm.masters.includes(machine.master.short)
  if (ill && roll(key, 2) < storm.share) {
    return { seconds: Math.round(40 + 260 * roll(key, 3)), result: roll(key, 4) < 0.55 ? EXCEPTION : RETRY }
  }
  const draw = roll(key, 5)
  if (draw < 0.008) return { seconds: Math.round(60 + full * 0.6 * roll(key, 6)), result: RETRY }
  if (draw < 0.013) return { seconds: Math.round(60 + full * 0.8 * roll(key, 6)), result: EXCEPTION }
  const { breaks } = request.push
  if (builder.kind === 'test' || builder.kind === 'talos') {
    const broken = breaks.family !== null && breaks.family === familyOf(builder.suite) && roll(key, 7) < 0.85
    if (broken || roll(key, 8) < flakiness(builder) + 0.005) {
      return { seconds: Math.round(full * (0.85 + 0.3 * roll(key, 9))), result: WARNINGS }
    }
    if (roll(key, 10) < 0.012) return { seconds: Math.round(full * (0.3 + 0.7 * roll(key, 9))), result: FAILURE }
    return { seconds: full, result: SUCCESS }
  }
  if (breaks.platform === builder.platform || roll(key, 12) < 0.025) {
    return { seconds: Math.round(full * (0.3 + 0.6 * roll(key, 9))), result: FAILURE }
  }
  return { seconds: full, result: roll(key, 13) < 0.02 ? WARNINGS : SUCCESS }
}
