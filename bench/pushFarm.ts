import type { FarmServer } from '../e2e/farmServer.ts'
import { biggestPush, readLists } from './farm.ts'

/** Runs asked of each build of the push: with them it holds more than 1,200 jobs while most still wait. */
const RUNS = 4
/** Jobs it has to hold. */
const JOBS = 1_200

/** A push by its first 12 characters, and how many jobs its list has. */
export type BigPush = { revision: string; jobs: number }

/**
 * Makes one push of the farm big by what people do: every build of the biggest one is rebuilt, several runs each. Runs
 * of one builder merge once they are claimed, so it is measured soon after. Its list is then ready at the farm.
 */
export async function growPush(farm: FarmServer): Promise<BigPush> {
  const { day } = await readLists(farm)
  const revision = biggestPush(day)
  const builds = [...day].flatMap(([key, row]) =>
    key.startsWith('b') && row.includes(`"revision":"${revision}`) ? [key.slice(1)] : [],
  )
  for (const build_id of builds) {
    await fetch(`${farm.url}/buildapi/self-serve/try/build?format=json`, {
      method: 'POST',
      body: new URLSearchParams({ build_id, count: String(RUNS) }),
    })
  }
  // The agent acts within seconds.
  await farm.order({ advance: 10 })
  const rows: unknown = await (await fetch(`${farm.url}/buildapi/self-serve/try/rev/${revision}?format=json`)).json()
  if (!Array.isArray(rows)) throw new Error('The farm gave no list of the push')
  if (rows.length < JOBS) throw new Error(`The push has only ${rows.length} jobs`)
  return { revision, jobs: rows.length }
}
