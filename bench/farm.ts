import { startFarmServer } from '../e2e/farmServer.ts'
import type { FarmServer } from '../e2e/farmServer.ts'

/** Where the app asks for the lists of the view that is measured. */
export const lists = {
  day: '/buildapi/self-serve/try?format=json',
  pending: '/buildapi/pending/try?format=json',
  running: '/buildapi/running/try?format=json',
} as const

/** A day list as it was answered: its size, and each row's text by its number. */
export type DayList = { bytes: number; rows: ReadonlyMap<string, string> }

/** The farm as a process of its own, in a world of so many jobs. */
export async function startFarm(scenario: 'busy' | 'huge'): Promise<FarmServer> {
  const farm = await startFarmServer()
  await farm.order({ scenario, seed: 1 })
  return farm
}

/** Asks for the day list, so that the farm has it ready for a minute: making it is no affair of the app. */
export async function warm({ url }: FarmServer): Promise<DayList> {
  const text = await (await fetch(url + lists.day)).text()
  const list: unknown = JSON.parse(text)
  if (!Array.isArray(list) || list.length === 0) throw new Error('The farm gave no day list')
  return {
    bytes: Buffer.byteLength(text),
    rows: new Map(list.map((row: unknown) => [keyOf(row), JSON.stringify(row)])),
  }
}

const keyOf = (row: unknown): string => {
  if (typeof row !== 'object' || row === null) throw new Error('A row is no object')
  return 'build_id' in row ? `b${String(row.build_id)}` : `r${'request_id' in row ? String(row.request_id) : ''}`
}

/** How many rows came, went or changed. */
export function changesBetween(before: DayList, after: DayList): number {
  const gone = [...before.rows.keys()].filter((key) => !after.rows.has(key)).length
  return gone + [...after.rows].filter(([key, row]) => before.rows.get(key) !== row).length
}

/** The revision with the most rows. */
export function biggestPush({ rows }: DayList): string {
  const sizes = new Map<string, number>()
  for (const row of rows.values()) {
    const revision = /"revision":"([0-9a-f]{12})/.exec(row)?.[1]
    if (revision !== undefined) sizes.set(revision, (sizes.get(revision) ?? 0) + 1)
  }
  const [biggest] = [...sizes].toSorted(([, one], [, other]) => other - one)
  if (!biggest) throw new Error('No row has a revision')
  return biggest[0]
}
