import { describe, expect, it } from 'vitest'
import { jobAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'
import { TableHost } from './tableHost.ts'
import type { Fed, WorkerLike } from './tableHost.ts'
import { serve } from './tableWorker.ts'
import type { FromWorker, ToWorker } from './tableWorker.ts'
import { bytesOf, listRequest, pendingItem } from './testLists.ts'

/** The worker's own code behind real structured clones, answering when told to. */
function fakeWorker() {
  let hear: ((event: MessageEvent<FromWorker>) => void) | null = null
  let fail: ((event: Event) => void) | null = null
  let deliver: ((event: MessageEvent<ToWorker>) => void) | null = null
  const queue: ToWorker[] = []
  serve({
    addEventListener: (_, listen) => (deliver = listen),
    postMessage: (data, transfer) => hear?.(new MessageEvent('message', { data: structuredClone(data, { transfer }) })),
  })
  // One function listens for both types; TypeScript cannot tell an overload by its first argument.
  const addEventListener = ((type: string, listen: (event: never) => void) => {
    if (type === 'message') hear = listen as typeof hear
    else fail = listen as typeof fail
  }) as WorkerLike['addEventListener']
  const worker: WorkerLike = {
    postMessage: (message) => void queue.push(structuredClone(message)),
    addEventListener,
  }
  return {
    worker,
    queue,
    run: () => {
      for (const data of queue.splice(0)) deliver?.(new MessageEvent('message', { data }))
    },
    die: () => fail?.(new Event('error')),
  }
}

const feed = (value: unknown, sentAt = 1, source: 'list' | 'pending' = 'list') => ({
  key: 'try today',
  branch: 'try',
  source,
  bytes: new Blob([bytesOf(value)]),
  sentAt,
})
const tableIn = (fed: Fed): JobTable => {
  if (!fed.ok || fed.table === null) throw new Error('no table')
  return fed.table
}
const one = [listRequest({ request_id: 1 })]
const two = [listRequest({ request_id: 1 }), listRequest({ request_id: 2 })]
const noWorker = () => {
  throw new Error('no worker is due')
}

describe('where tables are made', () => {
  it('reads short lists on the page, without a worker', async () => {
    const host = new TableHost(noWorker)
    expect(tableIn(await host.feed(feed(one))).rows).toBe(1)
  })

  it('gives the same object while nothing changes', async () => {
    const host = new TableHost(noWorker)
    const table = tableIn(await host.feed(feed(one, 1)))
    expect(tableIn(await host.feed(feed(one, 2)))).toBe(table)
    expect(tableIn(await host.feed(feed(two, 3)))).not.toBe(table)
  })

  it('reads long lists in one worker, with what was already known, and gives the same table', async () => {
    const there = fakeWorker()
    let started = 0
    const host = new TableHost(() => (started++, there.worker), 150)
    const waiting = { pending: { try: { bbbbbbbbbbbb: [pendingItem({ id: 9 })] } } }
    expect(await host.feed(feed(waiting, 1, 'pending'))).toEqual({ ok: true, table: null })
    const coming = host.feed(feed(two, 2))
    there.run()
    const table = tableIn(await coming)
    const rows = Array.from({ length: table.rows }, (_, row) => jobAt(table, row).key)
    expect(rows).toEqual(['r1', 'r2', 'r9'])
    const again = host.feed(feed(waiting, 3, 'pending'))
    there.run()
    expect(tableIn(await again)).toBe(table)
    expect(started).toBe(1)
  })

  it('does not let an answer that was asked earlier replace a later one', async () => {
    const host = new TableHost(noWorker)
    const later = tableIn(await host.feed(feed(two, 2)))
    expect(tableIn(await host.feed(feed(one, 1)))).toBe(later)
  })

  it('says so when the whole answer cannot be read, and keeps the table', async () => {
    const host = new TableHost(noWorker)
    const table = tableIn(await host.feed(feed(one, 1)))
    expect(await host.feed(feed('<html>', 2))).toMatchObject({ ok: false })
    expect(tableIn(await host.feed(feed(one, 3)))).toBe(table)
  })

  it('fails what waits when the worker dies, and reads on the page from then on', async () => {
    const there = fakeWorker()
    const host = new TableHost(() => there.worker, 1)
    const lost = host.feed(feed(one, 1))
    there.die()
    expect(await lost).toMatchObject({ ok: false })
    expect(tableIn(await host.feed(feed(one, 2))).rows).toBe(1)
  })

  it('forgets a table in the worker too', async () => {
    const there = fakeWorker()
    const host = new TableHost(() => there.worker, 1)
    const coming = host.feed(feed(one, 1))
    there.run()
    await coming
    host.drop('try today')
    expect(there.queue).toEqual([{ kind: 'drop', key: 'try today' }])
    there.run()
    // A table of the key is made anew, not "unchanged" against one that nobody has.
    const anew = host.feed(feed(one, 2))
    there.run()
    expect(tableIn(await anew).rows).toBe(1)
  })
})
