const bytesOf = (v: unknown): ArrayBuffer => { const b = new TextEncoder().encode(JSON.stringify(v)); const w = new ArrayBuffer(b.byteLength); new Uint8Array(w).set(b); return w }
import { createTableMaker } from './tableMaker.ts'
import { inheritPushes, pushAt, pushCount } from './push.ts'
import { viewOf } from './view.ts'
import { platformLines } from './platformLines.ts'
import { rowOfKey } from './rows.ts'
import { compileFilter } from '../domain/filter/compile.ts'
import { parseFilter } from '../domain/filter/filter.ts'
import names from '../domain/testdata/builderNames.json' with { type: 'json' }

const symbols: string[] = (names as any).symbols.map((r: any) => r[0])
const builders = Array.from({ length: 1000 }, (_, i) => `${symbols[i % symbols.length]}${i >= symbols.length ? '-' + i : ''}`)
function make(n: number) {
  const list: unknown[] = []
  for (let i = 0; i < n; i++) {
    const push = Math.floor(i / 90), rev = (push * 7919 + 0x1234567).toString(16).padStart(12, '0')
    const id = n - i
    const req = { request_id: 1e6 + id, branch: 'try-linux64-opt-unittest', buildername: builders[(i * 37) % 1000], revision: rev, priority: i % 5, reason: i % 20 ? 'scheduler' : `Self-serve: Rebuilt by p${i % 300}@x.org`, submittime: 1795369399 - push * 100, claimed_at: i < n / 40 ? 0 : 1795369499, complete: 1, complete_at: null }
    if (i < n / 40) list.push({ ...req, complete: 0 })
    else list.push({ build_id: id, buildnumber: i % 400, status: i % 12 === 0 ? 2 : i % 9 === 0 ? 1 : 0, starttime: 1795369500, branch: req.branch, buildername: req.buildername, requests: [req], endtime: i % 30 === 0 ? null : 1795371199, claimed_by_name: `buildbot-master${i % 24}.bb.releng.use1.mozilla.com:/builds/buildbot/try1/master`, revision: rev })
  }
  return list
}
for (const n of [30_000, 100_000]) {
  const list = make(n)
  const bytes = bytesOf(list)
  const time = (what: string, f: () => unknown, times = 5) => {
    const ms: number[] = []
    for (let i = 0; i < times; i++) { const t = performance.now(); f(); ms.push(performance.now() - t) }
    console.log(n, what, ms.map((m) => m.toFixed(1)).join(' '))
  }
  console.log(n, 'bytes', bytes.byteLength)
  time('floor JSON.parse(decode)', () => JSON.parse(new TextDecoder().decode(bytes)))
  let table: any
  time('feed list fresh', () => { const made = createTableMaker('try').feed('list', bytes); if (made.kind === 'table') table = made.table })
  const maker = createTableMaker('try')
  maker.feed('list', bytes)
  time('feed same bytes', () => maker.feed('list', bytes))
  const changed = structuredClone(list) as any[]
  for (let i = 0; i < 20; i++) { changed[n - 1 - i * 700].status = 4 }
  const changedBytes = bytesOf(changed)
  let after: any
  time('feed 20 changes', () => { const m = maker.feed('list', changedBytes); if (m.kind === 'table') after = m.table }, 1)
  const pend = { pending: { try: { Unknown: Array.from({ length: 3000 }, (_, i) => ({ id: 5e6 + i, buildername: builders[i % 1000], submitted_at: 1795369399 })) } } }
  time('feed pending 3000', () => maker.feed('pending', bytesOf(pend)), 1)
  const clone = structuredClone(table)
  for (let p = 0; p < pushCount(table); p++) pushAt(table, p)
  time('page: inherit pushes', () => inheritPushes(after, table))
  time('page: clone of strings', () => structuredClone(table.strings))
  for (const q of ['mochi', 'linux debug', 'state:running', 'result:failure', '-m platform:linux x', 'zzzz']) {
    time(`view ${q}`, () => viewOf(table, compileFilter(parseFilter(q))))
  }
  const view = viewOf(table, compileFilter(parseFilter('')))
  time('all platform lines', () => { for (let p = 0; p < pushCount(clone); p++) platformLines(clone, viewOf(clone, compileFilter(parseFilter(''))), p) }, 2)
  time('rowOfKey x1000', () => { for (let i = 0; i < 1000; i++) rowOfKey(table, 'r' + (1e6 + i * 20)) })
  console.log('strings', table.strings.length, view.shown, pushCount(table), after.version !== table.version)
}
