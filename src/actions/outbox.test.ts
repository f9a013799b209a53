import { describe, expect, it } from 'vitest'
import { cancelBuild5, subject } from '../domain/actionSamples.ts'
import { askedToCancel, MINUTE, SECOND } from './testing/scene.ts'
import { settle } from './testing/stage.ts'

describe('the list', () => {
  it('clears what has ended and keeps the rest, in every tab and for good', async () => {
    const { tab, id, pass, openTab } = askedToCancel()
    tab.outbox.undo(id)
    await settle()
    const open = tab.outbox.propose(cancelBuild5, subject)
    const other = openTab()
    await settle()
    tab.outbox.clearDone()
    await pass(SECOND)
    for (const one of [tab, other, openTab()]) {
      await settle()
      expect(one.records().map((record) => record.id)).toEqual([open])
    }
  })

  it('dismissing what is queued undoes it', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    tab.outbox.dismiss(id)
    await pass(MINUTE)
    expect(tab.records()).toEqual([])
    expect(farm.writes).toEqual([])
  })

  it('is newest first', async () => {
    const { tab, id, pass } = askedToCancel()
    await pass(SECOND)
    const later = tab.outbox.propose({ ...cancelBuild5, buildId: 6 }, subject)
    expect(tab.records().map((record) => record.id)).toEqual([later, id])
  })
})

describe('where storage fails', () => {
  const broken = () => Promise.reject(new Error('denied'))

  it('works in memory, says so, and still writes once', async () => {
    const storage = { load: broken, get: broken, update: broken, remove: broken }
    const { tab, id, farm, pass } = askedToCancel({ storage })
    await pass(5 * SECOND)
    expect(tab.state.getState().memoryOnly).toBe(true)
    farm.agentAnswers()
    await pass(2 * SECOND)
    expect(tab.phases(id).at(-1)).toBe('seen')
    expect(farm.writes.length).toBe(1)
  })
})
