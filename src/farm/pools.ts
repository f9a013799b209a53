import { Heap } from './heap.ts'
import { jsonText } from './json.ts'
import type { Machine, Master, Pool, Waiting } from './model.ts'

/**
 * Kinds of machines. `load` is the share of the time its machines are wanted: clouds have room, racks are full,
 * and where it is above 1 a queue grows until `patience` (requests waiting per machine) switches more on.
 */
type PoolKind = { prefix: string; masters: readonly [number, string, number][]; load: number; patience: number }

const cloud = { load: 0.55, patience: 1 } as const
const rack = { load: 0.82, patience: 1.5 } as const

const build: readonly [number, string, number][] = [
  [57, 'build1', 8001],
  [58, 'build1', 8001],
  [62, 'build1', 8001],
  [63, 'build1', 8001],
  [66, 'build1', 8001],
]
const tryBuild: readonly [number, string, number][] = [
  [55, 'try1', 8101],
  [56, 'try1', 8101],
  [60, 'try1', 8101],
]
const linux: readonly [number, string, number][] = [
  [51, 'tests1-linux64', 8201],
  [52, 'tests1-linux64', 8201],
  [53, 'tests1-linux64', 8201],
  [54, 'tests1-linux64', 8201],
  [67, 'tests1-linux32', 8201],
  [68, 'tests1-linux32', 8201],
]
const mac: readonly [number, string, number][] = [
  [75, 'tests1-macosx', 8201],
  [76, 'tests1-macosx', 8201],
  [78, 'tests1-macosx', 8201],
  [79, 'tests1-macosx', 8201],
  [80, 'tests1-macosx', 8201],
]
const windows: readonly [number, string, number][] = [
  [69, 'tests1-windows', 8201],
  [71, 'tests1-windows', 8201],
  [72, 'tests1-windows', 8201],
]
const devices: readonly [number, string, number][] = [
  [88, 'tests1-tegra', 8201],
  [91, 'tests1-panda', 8201],
]

const kinds = {
  'bld-linux64': { prefix: 'bld-linux64-ec2-', masters: build, ...cloud },
  'bld-lion-r5': { prefix: 'bld-lion-r5-', masters: build, ...rack },
  'w64-ix': { prefix: 'w64-ix-slave', masters: build, ...rack },
  'try-linux64': { prefix: 'try-linux64-ec2-', masters: tryBuild, ...cloud },
  'try-lion': { prefix: 'try-lion-r5-', masters: tryBuild, ...rack },
  'try-w64': { prefix: 'try-w64-ix-slave', masters: tryBuild, ...rack },
  'tst-linux32': { prefix: 'tst-linux32-ec2-', masters: linux, ...rack },
  'tst-linux64': { prefix: 'tst-linux64-ec2-', masters: linux, ...cloud },
  'talos-linux32-ix': { prefix: 'talos-linux32-ix-', masters: linux, ...rack },
  'talos-linux64-ix': { prefix: 'talos-linux64-ix-', masters: linux, ...rack },
  'talos-r3-fed': { prefix: 'talos-r3-fed64-', masters: linux, ...rack },
  'talos-r4-snow': { prefix: 'talos-r4-snow-', masters: mac, ...rack },
  'talos-r4-lion': { prefix: 'talos-r4-lion-', masters: mac, ...rack },
  'talos-mtnlion-r5': { prefix: 'talos-mtnlion-r5-', masters: mac, ...rack },
  't-xp32-ix': { prefix: 't-xp32-ix-', masters: windows, ...rack },
  't-w732-ix': { prefix: 't-w732-ix-', masters: windows, ...rack },
  't-w864-ix': { prefix: 't-w864-ix-', masters: windows, ...rack },
  tegra: { prefix: 'tegra-', masters: devices, ...rack },
  panda: { prefix: 'panda-0', masters: devices, load: 1.3, patience: 5 },
} as const satisfies Record<string, PoolKind>

export type PoolName = keyof typeof kinds
export const poolNames = Object.keys(kinds).filter((name): name is PoolName => name in kinds)

/** Try has builders of its own, so that nothing untrusted is built where releases are. */
export function poolOf(name: PoolName, line: string): PoolName {
  if (!line.startsWith('try')) return name
  if (name === 'bld-linux64') return 'try-linux64'
  if (name === 'bld-lion-r5') return 'try-lion'
  return name === 'w64-ix' ? 'try-w64' : name
}

function master(number: number, directory: string, port: number): Master {
  const host = `buildbot-master${number}.bb.releng.${number % 2 === 0 ? 'usw2' : 'use1'}.mozilla.com`
  const long = `${host}:/builds/buildbot/${directory}/master`
  return { long, short: `buildbot-master${number}:${port}`, json: jsonText(long), url: `http://${host}:${port}/` }
}

/** An empty pool; it gets its machines once the load is known (`equip`). */
export function newPool(name: PoolName): Pool {
  const kind: PoolKind = kinds[name]
  return {
    name,
    prefix: kind.prefix,
    load: kind.load,
    patience: kind.patience,
    size: 0,
    made: 0,
    idle: [],
    off: [],
    closed: null,
    masters: kind.masters.map(([number, directory, port]) => master(number, directory, port)),
    queue: new Heap<Waiting>(
      (a, b) =>
        a.priority > b.priority ||
        (a.priority === b.priority &&
          (a.request.submittedAt < b.request.submittedAt ||
            (a.request.submittedAt === b.request.submittedAt && a.request.id < b.request.id))),
    ),
  }
}

function newMachine(pool: Pool): Machine {
  const index = pool.made
  pool.made += 1
  const host = pool.masters[index % pool.masters.length] ?? master(70, 'build1', 8001)
  return { name: `${pool.prefix}${String(index + 1).padStart(3, '0')}`, master: host, index }
}

/** Gives the pool as many machines as its work needs. `erlangs`: machines busy if nothing ever waited. */
export function equip(pool: Pool, erlangs: number): void {
  const crowded = pool.load >= 1
  const spare = crowded ? 0 : 2.2 * Math.sqrt(erlangs)
  pool.size = Math.max(crowded ? 1 : 6, Math.ceil(erlangs / pool.load + spare))
  const machines: Machine[] = []
  while (pool.made < pool.size) machines.push(newMachine(pool))
  pool.idle = machines.toReversed()
}

/** A machine for the next request: an idle one, or one more while the queue is longer than the pool's patience. */
export function takeMachine(pool: Pool, now: number): Machine | null {
  if (pool.closed && now >= pool.closed.from && now < pool.closed.until) return null
  const idle = pool.idle.pop()
  if (idle) return idle
  if (pool.queue.size <= pool.size * pool.patience) return null
  return pool.off.pop() ?? newMachine(pool)
}

/** Those beyond the pool's size are switched off again. */
export function freeMachine(pool: Pool, machine: Machine): void {
  if (machine.index < pool.size) pool.idle.push(machine)
  else pool.off.push(machine)
}
