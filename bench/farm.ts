import { startFarmServer } from '../e2e/farmServer.ts'
import type { FarmServer } from '../e2e/farmServer.ts'

/** Where the app asks for the lists of the view that is measured. */
export const lists = {
  day: '/buildapi/self-serve/try?format=json',
  pending: '/buildapi/pending/try?format=json',
  running: '/buildapi/running/try?format=json',
} as const

/** Rows as text, by their number. */
type Rows = ReadonlyMap<string, string>

/** The lists as they were answered: the day's with its size in bytes, and the numbers of what waits and runs. */
export type Lists = { bytes: number; day: Rows; now: Rows }

/** The farm as a process of its own, in a world of so many jobs. */
export async function startFarm(scenario: 'busy' | 'huge'): Promise<FarmServer> {
  const farm = await startFarmServer()
  await farm.order({ scenario, seed: 1 })
  return farm
}

/** Asks for the lists; the farm then has the day list ready for a minute, so that making it is no affair of the app. */
export async function readLists({ url }: FarmServer): Promise<Lists> {
  const text = async (path: string) => (await fetch(url + path)).text()
  const day = await text(lists.day)
  const rows: unknown = JSON.parse(day)
  if (!Array.isArray(rows) || rows.length === 0) throw new Error('The farm gave no day list')
  const waiting = idsIn(JSON.parse(await text(lists.pending))).map((id) => `r${id}`)
  const running = idsIn(JSON.parse(await text(lists.running))).map((id) => `b${id}`)
  return {
    bytes: Buffer.byteLength(day),
    day: new Map(rows.map((row: unknown) => [numberOf(row), JSON.stringify(row)])),
    now: new Map([...waiting, ...running].map((key) => [key, key])),
  }
}

function numberOf(row: unknown): string {
  if (typeof row === 'object' && row !== null && 'build_id' in row) return `b${String(row.build_id)}`
  if (typeof row === 'object' && row !== null && 'request_id' in row) return `r${String(row.request_id)}`
  throw new Error('A row has no number')
}

/** Every `id` in the branches and revisions of `/pending` and `/running`. */
const idsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return 'id' in value ? [String(value.id)] : Object.values(value).flatMap(idsIn)
}

/** How many rows came, went or changed. */
export function changesBetween(before: Rows, after: Rows): number {
  const gone = [...before.keys()].filter((key) => !after.has(key)).length
  return gone + [...after].filter(([key, row]) => before.get(key) !== row).length
}

/** The revision with the most rows, in 12 characters. */
export function biggestPush(rows: Rows): string {
  const sizes = new Map<string, number>()
  for (const row of rows.values()) {
    const revision = /"revision":"([0-9a-f]{12})/.exec(row)?.[1]
    if (revision !== undefined) sizes.set(revision, (sizes.get(revision) ?? 0) + 1)
  }
  const [biggest] = [...sizes].toSorted(([, one], [, other]) => other - one)
  if (!biggest) throw new Error('No row has a revision')
  return biggest[0]
}
