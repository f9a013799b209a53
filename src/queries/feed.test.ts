import { describe, expect, it } from 'vitest'
import { createClient } from '../client/client.ts'
import { failureOf } from '../contract/failure.ts'
import { recorded, recordedResponse } from '../contract/recorded.ts'
import { jobAt } from '../table/jobTable.ts'
import { rowOfBuild } from '../table/rows.ts'
import { installApi } from './api.ts'
import { feedTable } from './feed.ts'
import { keys } from './keys.ts'
import { EVERY } from './polling.ts'
import { createQueryClient } from './queryClient.ts'

/** The list of a revision, as a recording answers it. */
async function pushOf(number: string, branch: string, revision: string) {
  const client = createQueryClient()
  installApi(
    createClient({
      base: '',
      random: () => 0,
      fetch: async () => recordedResponse(recorded(number)) ?? Response.error(),
    }),
  )
  const tableKey = keys.pushTable(branch, revision)
  const target = { tableKey, branch, source: 'list', every: EVERY.list } as const
  const { signal } = new AbortController()
  try {
    return await feedTable(client, 'push', { branch, revision }, target, {
      queryKey: keys.pushList(branch, revision),
      signal,
    })
  } finally {
    client.clear()
  }
}

describe('the list of one push', () => {
  it('surprise 30: is "not found" when all of it was cancelled before it started', async () => {
    const thrown = await pushOf('268', 'try', 'zzzz').catch((error: unknown) => error)
    expect(failureOf(thrown)?.kind).toBe('notFound')
  })

  it('surprise 31: shows a merged build under an id of its own, with its own request only', async () => {
    for (const number of ['085', '086']) {
      const { table } = await pushOf(number, 'mozilla-inbound', number)
      if (table === null) throw new Error('no table')
      const merged = Array.from({ length: table.rows }, (_, row) => jobAt(table, row)).find((job) =>
        job.builder.endsWith('jsreftest'),
      )
      expect(merged?.requests).toHaveLength(1)
      expect(rowOfBuild(table, merged?.buildId ?? -1)).not.toBeNull()
    }
  })
})
