import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keptStore } from './localJson.ts'

type Lamp = { on: boolean }
const readLamp = (stored: unknown): Lamp => ({
  on: typeof stored === 'object' && stored !== null && 'on' in stored && stored.on === true,
})

/** What lies in the browser, and how often it was written. */
function newStorage() {
  const kept = new Map<string, string>()
  const setItem = vi.fn<(name: string, text: string) => void>((name, text) => void kept.set(name, text))
  return { kept, setItem, getItem: (name: string) => kept.get(name) ?? null }
}

describe('a store that is kept', () => {
  let storage = newStorage()
  beforeEach(() => {
    storage = newStorage()
    vi.stubGlobal('localStorage', storage)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('is found again by the next page', () => {
    expect(keptStore('lamp', readLamp).getState()).toEqual({ on: false })
    keptStore('lamp', readLamp).setState({ on: true })
    expect(keptStore('lamp', readLamp).getState()).toEqual({ on: true })
  })

  it('takes over what another tab has set, without writing it again', () => {
    const one = keptStore('lamp', readLamp)
    const other = keptStore('lamp', readLamp)
    other.setState({ on: true })
    one.takeOver()
    expect(one.getState()).toEqual({ on: true })
    expect(storage.setItem).toHaveBeenCalledTimes(1)
    one.setState({ on: false })
    other.takeOver()
    expect(other.getState()).toEqual({ on: false })
  })

  it.each(['', 'null', '7', '{"version":0}', '{"state":', '{"state":"on"}'])('reads %j as nothing', (text) => {
    storage.kept.set('lamp', text)
    expect(keptStore('lamp', readLamp).getState()).toEqual({ on: false })
  })

  it('lasts as long as the page where storage is denied or full', () => {
    const refuse = () => {
      throw new Error('denied')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
    const lamp = keptStore('lamp', readLamp)
    lamp.setState({ on: true })
    expect(lamp.getState()).toEqual({ on: true })
  })
})
