import { lines } from './lines.ts'
import type { LineName } from './lines.ts'
import type { Line } from './model.ts'
import { deckSize, planOf, wants } from './plans.ts'
import { equip } from './pools.ts'
import { hashText, mix } from './prng.ts'
import type { Scenario } from './scenarios.ts'
import { advance, dueAt } from './simulation.ts'
import { warp } from './warp.ts'
import { newWorld, schedule } from './world.ts'
import type { Deed, Stream, World } from './world.ts'
import { dayBefore, midnight, serverDate } from './zone.ts'

const hour = 3600
/** Before full history begins, so that the first day has builds in all states. */
const warmUp = 2.5 * hour
/** History is simulated over at least this much of a "today"; see `bear`. */
const shortestToday = 6 * hour
/** Rows a line has today for each row its pushes ask for: rebuilds add, broken builds and merging take away. */
const rowsPerAsked = 1.06

/** Rows of the other lines on a quiet day. */
const quietDay: Record<Exclude<LineName, 'try'>, number> = {
  'mozilla-inbound': 900,
  'fx-team': 230,
  'mozilla-central': 340,
  'mozilla-beta': 110,
  ash: 60,
  'try-comm-central': 40,
}

/**
 * A world at its birth, with the history that led to it.
 *
 * The day list of try shall be as full at five past midnight as at noon, in US/Pacific time. So today's work is spread
 * over the part of today that has passed. Where that is less than six hours, six hours are simulated
 * and then pressed into the part that has passed (`warp`): durations before birth shrink, states and counts stay true.
 */
export function bear(scenario: Scenario, seed: number, birth: number): World {
  const world = newWorld(seed)
  const date = serverDate(birth)
  const passed = birth - midnight(date)
  const today = Math.max(passed, shortestToday)
  const start = birth - today
  const origin = Math.min(start, start - scenario.pastHours * hour) - warmUp
  if (scenario.agent === 'dead') world.agentDeadFrom = birth - 120
  if (scenario.broker !== 'up') world.brokerDownFrom = birth
  if (scenario.storm) {
    const masters = ['buildbot-master69:8201', 'buildbot-master75:8201']
    world.storm = { from: birth - 2.5 * hour, until: birth + 6 * hour, masters, share: 0.75 }
  }
  if (scenario.redNightlies) world.redNightliesFrom = birth - 3 * 24 * hour

  const demand = new Map<string, number>()
  for (const line of lines) {
    const rows = line.name === 'try' ? scenario.tryRows : quietDay[line.name] * scenario.others
    openStream(world, line, { rowsPerSecond: rows / today, origin, demand })
  }
  for (const [name, pool] of world.catalogue.pools) equip(pool, demand.get(name) ?? 0)
  pastNights(world, scenario, date, start + Math.min(3 * hour + 120, 0.2 * today), start)
  for (const [at, deed, index] of pastDeeds(scenario, birth, today)) {
    schedule(world, at, { kind: 'deed', deed, key: mix(mix(seed, 0xdeed), index) })
  }
  stage(world, birth)
  advance(world, birth)
  if (passed < today) warp(world, { start, birth, passed })
  return world
}

/**
 * What every world has at birth, whatever chance brings: try builds and tests that go on for a good while; requests
 * that wait, since the rack of the Pandas has no power until 20 minutes later; a merged build (`pastDeeds`);
 * a build given back by its machine and running again, and one just given back.
 */
function stage(world: World, birth: number): void {
  const staged: [minutes: number, platforms: readonly string[]][] = [
    [130, ['android']],
    [112, ['linux64', 'android']],
    [95, ['android']],
    [80, ['linux', 'android']],
    [21, ['linux64', 'macosx64', 'win32']],
  ]
  for (const [minutes, platforms] of staged) {
    schedule(world, birth - minutes * 60, { kind: 'staged', line: lines[0], key: mix(world.seed, minutes), platforms })
  }
  for (const at of [birth - 360, birth - 2]) schedule(world, at, { kind: 'lost' })
  const pool = world.catalogue.pools.get('panda')
  if (!pool) return
  pool.closed = { from: birth - 60 * 60, until: birth + 20 * 60 }
  schedule(world, pool.closed.until, { kind: 'reopen', pool })
}

/** A line's pushes, at a rate that makes the rows wanted; adds what its pools will have to do. */
function openStream(
  world: World,
  line: Line,
  { rowsPerSecond, origin, demand }: { rowsPerSecond: number; origin: number; demand: Map<string, number> },
): void {
  const key = mix(world.seed, hashText(line.name))
  const samples = (line.name === 'try' ? 8 : 2) * deckSize
  const seconds = new Map<string, number>()
  let jobs = 0
  for (let index = 0; index < samples; index += 1) {
    const plan = planOf(world.catalogue, line, key, index)
    for (const builder of (world.catalogue.starters.get(line.name) ?? []).flatMap((one) => [one, ...one.tests])) {
      if (!wants(plan, builder)) continue
      jobs += 1
      seconds.set(builder.pool.name, (seconds.get(builder.pool.name) ?? 0) + builder.typical)
    }
  }
  const gap = (jobs * rowsPerAsked) / samples / rowsPerSecond
  for (const [pool, sum] of seconds) demand.set(pool, (demand.get(pool) ?? 0) + sum / samples / gap)
  const stream: Stream = { line, key, origin, gap, next: 0 }
  schedule(world, dueAt(stream, 0), { kind: 'push', stream })
}

/** Nightlies of past nights as they came, of last night so that it belongs to today, and from then on each at 03:02. */
function pastNights(world: World, scenario: Scenario, today: string, lastNight: number, start: number): void {
  for (const line of lines.filter(({ nightlies }) => nightlies)) {
    let date = today
    const shift = start - midnight(today)
    const nights = [lastNight]
    for (let index = 0; index < scenario.nights; index += 1) {
      date = dayBefore(date)
      nights.push(midnight(date) + shift + 3 * hour + 120)
    }
    for (const at of nights.toReversed()) schedule(world, at, { kind: 'nightly', line, again: false })
    schedule(world, midnight(today) + 27 * hour + 120, { kind: 'nightly', line, again: true })
  }
}

/** What people asked for before the world was born; from then on they go on living. */
function* pastDeeds(
  scenario: Scenario,
  birth: number,
  today: number,
): Generator<[at: number, deed: Deed, index: number]> {
  const rebuilds = Math.min(1200, Math.round(scenario.tryRows * 0.02))
  for (let index = 0; index < rebuilds; index += 1) {
    yield [Math.round(birth - 300 - ((index + 0.5) * (today - 300)) / rebuilds), 'rebuild', index]
  }
  for (let index = 0; index < 12; index += 1) {
    const deed: Deed = index % 3 === 0 ? 'cancelRunning' : index % 3 === 1 ? 'cancelPending' : 'reprioritize'
    yield [Math.round(birth - 900 - ((index + 0.3) * (today - 900)) / 12), deed, 5000 + index]
  }
  yield [birth - 5 * hour, 'orphan', 6000]
  yield [birth - Math.round(2.2 * hour), 'orphan', 6001]
  yield [birth - 1500, 'orphan', 6002]
  yield [birth - 11 * 60, 'rebuildThrice', 6003]
  yield [birth + 400, 'life', 6004]
}
