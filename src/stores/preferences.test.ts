import { describe, expect, it } from 'vitest'
import { enterMe, identity, learnMe, readIdentity } from './identity.ts'
import { defaultPreferences, preferences, readPreferences, setPreferences } from './preferences.ts'
import { dismissToast, showToast, toasts } from './toasts.ts'
import type { ToastTone } from './toasts.ts'

describe('preferences', () => {
  it.each([null, 'text', 5, {}, { theme: 'pink', undoSeconds: 'soon', zone: 3 }])(
    'takes %j as the defaults',
    (stored) => {
      expect(readPreferences(stored)).toEqual(defaultPreferences)
    },
  )

  it.each([
    [-1, 0],
    [0, 0],
    [5.4, 5],
    [31, 30],
    [Number.NaN, 5],
  ])('an undo window of %s seconds is %s', (asked, seconds) => {
    setPreferences({ undoSeconds: asked })
    expect(preferences.getState().undoSeconds).toBe(seconds)
  })

  it.each([
    [
      { r: 'b', 'g t': 'g b', c: '' },
      { r: 'b', 'g t': 'g b', c: '' },
    ],
    [{ r: 5, c: 'bcd', x: ' ', z: 'g  t', y: 'k' }, { y: 'k' }],
    [null, {}],
    [7, {}],
  ])('takes the keys %j as %j', (stored, keys) => {
    expect(readPreferences({ keys: stored }).keys).toEqual(keys)
  })

  it('changes one and keeps the others', () => {
    setPreferences({ theme: 'dark' })
    setPreferences({ density: 'comfortable' })
    expect(preferences.getState()).toMatchObject({ theme: 'dark', density: 'comfortable' })
  })
})

describe('identity', () => {
  it('is entered, then corrected by the log', () => {
    enterMe(' ann ')
    expect(identity.getState()).toEqual({ me: 'ann', source: 'entered' })
    learnMe('ann@example.com')
    expect(identity.getState()).toEqual({ me: 'ann@example.com', source: 'learnt' })
    enterMe('')
    expect(identity.getState()).toEqual({ me: null, source: null })
  })

  it('does not take a stored name of another kind', () => {
    expect(readIdentity({ me: 5, source: 'learnt' })).toEqual({ me: null, source: null })
  })
})

describe('toasts', () => {
  const show = (id: string, tone: ToastTone = 'info') => showToast({ id, text: id, tone, actionId: null })

  it('one per thing, errors outlast the others', () => {
    show('a', 'error')
    show('b')
    show('b', 'good')
    show('c')
    show('d', 'error')
    show('e')
    expect(toasts.getState().map((toast) => toast.id)).toEqual(['a', 'c', 'd', 'e'])
    dismissToast('a')
    expect(toasts.getState().map((toast) => toast.id)).toEqual(['c', 'd', 'e'])
  })
})
