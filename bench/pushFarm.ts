import type { FarmServer } from '../e2e/farmServer.ts'
import { biggestPush, readLists } from './farm.ts'

/** Runs asked of each build of the push at once. */
const RUNS = 4
/** Jobs it has to hold. */
const JOBS = 1_200
/** How often runs are asked for at most: how many of one builder merge depends on how many of its machines are free. */
const ROUNDS = 8

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
  let jobs = 0
  for (let round = 0; round < ROUNDS && jobs < JOBS; round++) {
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
    jobs = rows.length
  }
  if (jobs < JOBS) throw new Error(`The push has only ${jobs} jobs`)
  return { revision, jobs }
}
