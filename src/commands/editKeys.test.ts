import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { catalogue } from './catalogue.ts'
import { clashesOf, keysFrom, printed, withKeys } from './editKeys.ts'
import { keysOf } from './keymap.ts'

const commands = catalogue.map((row) => row.keys)

describe('the keyboard map', () => {
  it('begins without a clash', () => {
    for (const command of commands) expect(clashesOf(command, command, {})).toEqual([])
  })

  it.each([
    ['b', 'b'],
    ['gt', 'g t'],
    ['g t', 'g t'],
    ['Es', 'E s'],
    ['gtx', null],
    ['Esc', null],
    ['F12', null],
    [' ', ''],
    ['🐞', '🐞'],
  ])('takes the text %j for the keys %j', (text, keys) => {
    expect(keysFrom(text)).toBe(keys)
  })

  it('names whoever has the keys, and whoever they begin or end short of', () => {
    const labels = (keys: string) => clashesOf(keys, 'r', {}).map((row) => row.label)
    expect(labels('c')).toEqual(['Cancel'])
    expect(labels('g')).toEqual(['try', 'Self-serve log'])
    expect(labels('j j')).toEqual(['Next row'])
    expect(labels('b')).toEqual([])
    expect(labels('')).toEqual([])
  })

  it('frees the keys of a command that was given others, or none', () => {
    expect(clashesOf('c', 'r', { c: 'b' })).toEqual([])
    expect(clashesOf('b', 'r', { c: 'b' }).map((row) => row.keys)).toEqual(['c'])
    expect(clashesOf('c', 'r', { c: '' })).toEqual([])
  })

  it('stays without a clash, whatever is saved of what does not clash', () => {
    const typed = fc.array(fc.tuple(fc.constantFrom(...commands), fc.string({ maxLength: 3 })), { maxLength: 12 })
    fc.assert(
      fc.property(typed, (edits) => {
        const chosen = edits.reduce((map, [command, text]) => {
          const keys = keysFrom(text)
          return keys === null || clashesOf(keys, command, map).length > 0 ? map : withKeys(map, command, keys)
        }, {})
        for (const command of commands) expect(clashesOf(keysOf(command, chosen), command, chosen)).toEqual([])
      }),
    )
  })

  it('forgets a choice that is what the command comes with', () => {
    expect(withKeys({ r: 'b', c: 'd' }, 'r', 'r')).toEqual({ c: 'd' })
  })

  it('prints a capital as it is typed', () => {
    expect(printed('X')).toEqual(['Shift+x'])
    expect(printed('g t')).toEqual(['g', 't'])
    expect(printed('')).toEqual([])
  })
})
