import { describe, expect, it } from 'vitest'
import { FAILURE } from '../../domain/state.ts'
import type { LineCell, PlatformLine } from '../../table/platformLines.ts'
import { QUIET_LINES, foldQuiet } from './quietLines.ts'

const cell = (state: LineCell['state'], result: number | null, word: string): LineCell => ({
  key: 'b1',
  builder: 'builder',
  symbol: 'B',
  group: '',
  state,
  result,
  word,
})
const line = (id: string, more: Partial<PlatformLine> = {}): PlatformLine => ({
  id,
  label: id,
  type: 'opt',
  jobs: 1,
  green: 0,
  folded: [],
  cells: [cell('running', null, 'running')],
  ...more,
})
const many = (count: number) => Array.from({ length: count }, (_, at) => line(`quiet ${at}`))
const failing = line('bad', { cells: [cell('finished', FAILURE, 'failure')] })

describe('the platforms of a closed push', () => {
  it('are all shown while they are few', () => {
    expect(foldQuiet(many(QUIET_LINES))).toMatchObject({ rest: null })
    expect(foldQuiet(many(QUIET_LINES)).lines).toHaveLength(QUIET_LINES)
  })

  it('become counts when they are many, and no job is lost', () => {
    const green = line('green', { cells: [], green: 9, jobs: 9 })
    const waiting = line('waiting', {
      cells: [],
      folded: [{ word: 'pending', state: 'pending', result: null, count: 5 }],
      jobs: 5,
    })
    const { lines, rest } = foldQuiet([...many(QUIET_LINES), waiting, green])
    expect(lines).toHaveLength(QUIET_LINES - 1)
    expect(rest).toMatchObject({
      lines: 3,
      green: 9,
      counts: [
        { word: 'running', count: 1 },
        { word: 'pending', count: 5 },
      ],
    })
  })

  it('with trouble never fold', () => {
    const storm = Array.from({ length: 30 }, (_, at) => ({ ...failing, id: `bad ${at}` }))
    expect(foldQuiet([...storm, ...many(9)]).lines.filter((shown) => shown.id.startsWith('bad'))).toHaveLength(30)
  })
})
