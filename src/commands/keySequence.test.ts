import { describe, expect, it } from 'vitest'
import { press } from './keySequence.ts'

const items = ['j', 'n', '?', 'g t', 'g n']
const itself = (keys: string) => keys

/** Presses keys one after the other; gives what ran. */
function type(...keys: string[]): string[] {
  const ran: string[] = []
  let pending = ''
  for (const key of keys) {
    const next = press(items, itself, pending, key)
    pending = next.pending
    if (next.run) ran.push(next.run)
  }
  return ran
}

describe('keys', () => {
  it('run the command that claims them', () => {
    expect(type('j', '?')).toEqual(['j', '?'])
  })

  it('run a sequence, and not what its second key means alone', () => {
    expect(type('g', 'n')).toEqual(['g n'])
  })

  it('forget a first key that leads nowhere, and take the second as a first', () => {
    expect(type('g', 'j')).toEqual(['j'])
    expect(type('g', 'x', 't')).toEqual([])
    expect(type('g', 'g', 't')).toEqual(['g t'])
  })

  it('run neither of two claims, and name both', () => {
    const two = [
      { keys: 'r', id: 1 },
      { keys: 'r', id: 2 },
    ]
    expect(press(two, (item) => item.keys, '', 'r')).toEqual({ run: null, pending: '', conflict: two })
  })

  it('do nothing for what has no keys', () => {
    expect(press([''], itself, '', 'g')).toEqual({ run: null, pending: '', conflict: [] })
  })
})
