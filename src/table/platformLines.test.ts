import { describe, expect, it } from 'vitest'
import { compileFilter } from '../domain/filter/compile.ts'
import { NO_FILTER, parseFilter } from '../domain/filter/filter.ts'
import { inheritPushes } from './push.ts'
import type { JobTable } from './jobTable.ts'
import { platformLines } from './platformLines.ts'
import { listBuild, listRequest, tableOf } from './testLists.ts'
import { viewOf } from './view.ts'

const everything = compileFilter(NO_FILTER)
const lines = (table: JobTable, filter = everything) => platformLines(table, viewOf(table, filter), 0)

let nextId = 1
const ended = (buildername: string, status: number) => {
  const id = nextId++
  return listBuild({ build_id: id, buildername, status, endtime: 1_200 }, [
    listRequest({ request_id: id, buildername }),
  ])
}
const runs = (buildername: string) => {
  const id = nextId++
  return listBuild({ build_id: id, buildername }, [listRequest({ request_id: id, buildername })])
}
const mochi = (platform: string, chunk: number) => `${platform} try debug test mochitest-${chunk}`
const LINUX = 'Ubuntu VM 12.04 x64'
const WINDOWS = 'Windows 7 32-bit'
const MAC = 'Rev7 MacOSX Yosemite 10.10.5'

describe('the platform lines of a push', () => {
  it('count green, and spell out every failure', () => {
    const table = tableOf('try', [
      ...[1, 2, 3].map((n) => ended(mochi(LINUX, n), 0)),
      ...[10, 4, 5, 6, 7].map((n) => ended(mochi(LINUX, n), 2)),
    ])
    const [line] = lines(table)
    expect(line).toMatchObject({ label: 'Linux x64', type: 'debug', jobs: 8, green: 3, folded: [] })
    expect(line?.cells.map((cell) => [cell.group, cell.symbol, cell.word])).toEqual(
      ['4', '5', '6', '7', '10'].map((symbol) => ['M', symbol, 'failure']),
    )
    expect(line?.cells[0]?.builder).toBe(mochi(LINUX, 4))
  })

  it('fold what is quiet to a count above three of a kind', () => {
    const table = tableOf('try', [
      ...[1, 2, 3].map((n) => runs(mochi(LINUX, n))),
      ...[4, 5, 6, 7].map((n) => listRequest({ request_id: 900 + n, buildername: mochi(LINUX, n) })),
    ])
    const [line] = lines(table)
    expect(line?.cells.map((cell) => cell.word)).toEqual(['running', 'running', 'running'])
    expect(line?.folded).toEqual([{ word: 'pending', state: 'pending', result: null, count: 4 }])
  })

  it('put trouble first, then what is active, then green', () => {
    const table = tableOf('try', [ended(mochi(LINUX, 1), 0), runs(mochi(MAC, 1)), ended(mochi(WINDOWS, 1), 1)])
    expect(lines(table).map((line) => line.label)).toEqual(['Windows 7', 'OS X 10.10', 'Linux x64'])
  })

  it('make one line of many that are only green', () => {
    const green = [LINUX, WINDOWS, MAC].map((platform) => ended(mochi(platform, 1), 0))
    expect(lines(tableOf('try', green))).toMatchObject([{ label: 'All platforms', type: 'debug', green: 3, jobs: 3 }])
    const failed = ended('Android 4.3 armv7 API 15+ try debug test mochitest-1', 2)
    expect(lines(tableOf('try', [...green, failed])).map((line) => [line.label, line.green])).toEqual([
      [expect.stringContaining('Android'), 0],
      ['3 other platforms', 3],
    ])
  })

  it('show only what matches, and stay the same objects while their push does not change', () => {
    const list = [ended(mochi(LINUX, 1), 2), ended(mochi(LINUX, 2), 2)]
    const first = tableOf('try', list)
    const one = compileFilter(parseFilter('mochitest-2'))
    expect(lines(first, one)[0]?.cells).toHaveLength(1)
    const drawn = lines(first)
    const refreshed = tableOf('try', [
      ...list,
      listRequest({ request_id: 5_000, revision: 'ffffffffffff', submittime: 1 }),
    ])
    inheritPushes(refreshed, first)
    expect(lines(refreshed)).toBe(drawn)
  })
})
