import { QueryObserver } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../client/client.ts'
import { recorded, recordedResponse } from '../contract/recorded.ts'
import type { JobTable } from '../table/jobTable.ts'
import { totals } from '../table/push.ts'
import { installApi } from './api.ts'
import { keys } from './keys.ts'
import { createQueryClient } from './queryClient.ts'
import { queueOptions, queueSpec } from './queueSources.ts'
import type { QueueSource } from './queueSources.ts'
import { sourceState } from './sources.ts'

/** Answers by path, replaced as a test goes on. */
const answers = new Map<string, () => Response>()
let asked: string[] = []
let queryClient: QueryClient

const say = (path: string, number: string) =>
  answers.set(path, () => recordedResponse(recorded(number)) ?? Response.error())
const html = () =>
  new Response('<html><body>403</body></html>', { status: 200, headers: { 'Content-Type': 'text/html' } })

beforeEach(() => {
  answers.clear()
  asked = []
  queryClient = createQueryClient()
  installApi(
    createClient({
      base: '/buildapi',
      random: () => 0,
      fetch: async (input) => {
        const path = input instanceof Request ? input.url : input.toString()
        asked.push(path)
        return (
          answers.get(path)?.() ?? new Response('{}', { status: 404, headers: { 'Content-Type': 'application/json' } })
        )
      },
    }),
  )
})
afterEach(() => queryClient.clear())

const LIST = '/buildapi/self-serve/try?format=json'
const PENDING = '/buildapi/pending/try?format=json'
const RUNNING = '/buildapi/running/try?format=json'

/** Asks one source once, as its observer would. */
async function ask(source: QueueSource, day: string | null = null) {
  const observer = new QueryObserver(queryClient, {
    ...queueOptions(queryClient, 'try', day, source, false),
    enabled: false,
  })
  await observer.refetch()
  return sourceState(queryClient, queueSpec('try', day, source, false))
}
const table = (day: string | null = null) => queryClient.getQueryData<JobTable>(keys.queueTable('try', day)) ?? null

describe('the queue of a branch', () => {
  it('shows the day list without waiting for what waits and runs now', async () => {
    say(LIST, '020')
    await ask('day')
    expect(table()?.rows).toBeGreaterThan(0)
    expect(asked).toEqual([LIST])
  })

  it('surprise 37: joins what waits and runs to today, and shows neither as a day of its own', async () => {
    say(LIST, '023')
    say(PENDING, '113')
    say(RUNNING, '121')
    await ask('pending')
    await ask('running')
    expect(table()).toBeNull()
    await ask('day')
    const today = table()
    const counts = today && totals(today)
    expect(counts?.pending).toBeGreaterThan(0)
    expect(counts?.running).toBeGreaterThan(0)
  })

  it('keeps the table, and its identity, over a refresh that brings nothing new', async () => {
    say(LIST, '020')
    await ask('day')
    const before = table()
    await ask('day')
    expect(table()).toBe(before)
  })

  it('keeps the table over a refresh that fails, and says since when', async () => {
    say(LIST, '020')
    const good = await ask('day')
    const before = table()
    answers.set(LIST, html)
    const first = await ask('day')
    const second = await ask('day')
    expect(table()).toBe(before)
    expect(first.failure?.kind).toBe('contract')
    expect(second.failingSince).toBe(first.failingSince)
    expect(second.at).toBe(good.at)
    say(LIST, '020')
    expect(await ask('day')).toMatchObject({ failure: null, failingSince: null })
  })

  it('names a list that cannot be read as a whole', async () => {
    answers.set(LIST, () => new Response('[{"build_id": 3', { headers: { 'Content-Type': 'application/json' } }))
    const { failure } = await ask('day')
    expect(failure).toMatchObject({ kind: 'contract', endpoint: 'branchDay' })
    expect(failure?.detail).toContain('breaks off')
  })

  it('says when the server knows no such branch, and does not ask for it again by itself', async () => {
    say(LIST, '025')
    expect(await ask('day')).toMatchObject({ failure: { kind: 'notFound' }, nextAt: null })
  })

  it('asks for a past day by its date, each under its own name', async () => {
    const path = '/buildapi/self-serve/try?date=2026-11-21&format=json'
    const other = '/buildapi/self-serve/try?format=json&date=2026-11-21'
    say(path, '022')
    say(other, '022')
    await ask('day', '2026-11-21')
    expect(table('2026-11-21')).not.toBeNull()
    expect(table()).toBeNull()
  })

  it('is done with a day that is over for long and has all ended', async () => {
    answers.set('/buildapi/self-serve/try?date=2015-07-16&format=json', () => Response.json([]))
    answers.set('/buildapi/self-serve/try?format=json&date=2015-07-16', () => Response.json([]))
    expect(await ask('day', '2015-07-16')).toMatchObject({ every: null, nextAt: null })
    say(LIST, '020')
    expect(await ask('day')).toMatchObject({ every: 60_000 })
  })
})
