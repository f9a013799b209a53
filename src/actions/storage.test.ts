import { describe, expect, it } from 'vitest'
import type { ActionRecord } from '../domain/action.ts'
import { queuedRecord } from '../domain/actionSamples.ts'
import type { RecordStorage } from './ports.ts'
import { memoryStorage, orMemory } from './storage.ts'

/** Storage that takes what it is given until it is full. */
function filling(first: readonly ActionRecord[]) {
  const kept = memoryStorage(first)
  const how = { full: false }
  const storage: RecordStorage = {
    ...kept,
    update: (id, change) => (how.full ? Promise.reject(new Error('full')) : kept.update(id, change)),
  }
  return { kept, storage, how }
}

describe('storage that becomes full', () => {
  const sent = (record: ActionRecord | undefined): ActionRecord | undefined =>
    record && { ...record, steps: [...record.steps, { phase: 'sent', at: 2 }] }

  it('goes on in memory with what is known, and says so once', async () => {
    const { storage, how } = filling([queuedRecord()])
    let said = 0
    const safe = orMemory(
      storage,
      () => [queuedRecord()],
      () => (said += 1),
    )
    how.full = true
    const record = await safe.update('a1', sent)
    expect(record?.steps.at(-1)?.phase).toBe('sent')
    expect((await safe.get('a1'))?.steps.length).toBe(2)
    await safe.remove(['a1'])
    expect(await safe.load()).toEqual([])
    expect(said).toBe(1)
  })

  it('leaves no record behind that says it was not sent', async () => {
    const { storage, how, kept } = filling([queuedRecord()])
    const safe = orMemory(
      storage,
      () => [queuedRecord()],
      () => undefined,
    )
    how.full = true
    await safe.update('a1', sent)
    expect(await kept.load()).toEqual([])
  })
})
