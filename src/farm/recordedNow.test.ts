import { describe, expect, it } from 'vitest'
import { compare, get, has, is, isEmpty, send } from './recordedCase.ts'
import type { Case } from './recordedCase.ts'
import { recordedWorld } from './recordedWorld.ts'

const { farm, doneBuild, push, test } = recordedWorld()
const revision = push.slice(-40)

const cases: Case[] = [
  ['113', 'all pending', () => get('/pending')],
  ['114', 'pending of a branch', () => get('/pending/try')],
  ['115', 'pending of a branch by query', () => get('/pending?branch=try')],
  ['116', 'pending of a platform: ignored', () => get('/pending/try/win32')],
  ['117', 'pending of an unknown branch', () => get('/pending/nope', is({ pending: {} }))],
  ['118', 'pending as HTML', () => ({ url: '/pending' })],
  ['119', 'pending ignores Accept', () => ({ url: '/pending', headers: { accept: 'application/json' } })],
  ['120', 'pending in an unknown format', () => ({ url: '/pending?format=xml' })],
  ['121', 'all running', () => get('/running')],
  ['122', 'running of a branch', () => get('/running/mozilla-inbound')],
  ['125', 'running of an unknown branch', () => get('/running/nope', is({ running: {} }))],
  ['127', 'running ignores Accept', () => ({ url: '/running', headers: { accept: 'application/json' } })],
  ['128', 'running in an unknown format', () => ({ url: '/running?format=xml' })],
  ['129', 'recent builds', () => get('/recent')],
  [
    '130',
    'so many recent builds',
    () => ({ url: `/recent?format=json&numbuilds=3`, holds: (body) => expect(body).toHaveLength(3) }),
  ],
  ['131', 'a bad number of recent builds', () => ({ url: `/recent?format=json&numbuilds=x` })],
  ['132', 'recent builds of machines', () => get('/recent/tst-linux64')],
  [
    '133',
    'recent builds of one machine',
    () => ({ url: `/recent/tst-linux64?format=json&greedy=false`, holds: is([]) }),
  ],
  ['134', 'recent builds by a broken query', () => get('/recent?slave=tst-linux64-ec2-001')],
  ['135', 'recent builds as HTML', () => ({ url: '/recent' })],
  ['137', 'recent builds in an unknown format', () => ({ url: '/recent?format=xml' })],
  ['138', 'the other list of a push', () => get(`/revision/try/${revision}`)],
  [
    '140',
    'the other list does not cut revisions',
    () => get(`/revision/try/${(test.revision ?? '').padEnd(40, '0')}`, has({ all: {} })),
  ],
  ['142', 'the other list of an unknown push', () => get('/revision/try/0123456789ab')],
  ['143', 'the other list of an unknown branch', () => get('/revision/nope/0123456789ab')],
  ['144', 'the other list in an unknown format', () => ({ url: `/revision/try/${revision}?format=xml` })],
  ['145', 'push counts', () => get('/pushes')],
  ['146', 'push counts of a branch', () => get('/pushes/try')],
  ['147', 'push counts since', () => get(`/pushes/mozilla-inbound/${farm.now - 7200}`)],
  ['148', 'push counts between', () => get(`/pushes/mozilla-inbound/${farm.now - 7200}/${farm.now - 3600}`)],
  ['150', 'push counts of today', () => get('/pushes/try/today')],
  ['151', 'push counts since nonsense', () => get('/pushes/try/xyz')],
  ['152', 'push counts of an unknown branch', () => get('/pushes/nope', is({ TOTAL: 0 }))],
  ['154', 'push counts in an unknown format', () => ({ url: '/pushes?format=xml' })],
  ['155', 'a trailing slash', () => get('/self-serve/branches/')],
  ['157', 'a trailing slash on a POST', () => send('POST', '/self-serve/try/build/', { build_id: '1' })],
  ['159', 'no such route', () => get('/self-serve/try/nonsense')],
  ['161', 'GET where only POST is', () => get('/self-serve/try/build')],
  ['162', 'POST where only GET is', () => send('POST', doneBuild, { count: '1' })],
  ['163', 'DELETE on a branch is the GET', () => send('DELETE', '/self-serve/ash')],
  ['164', 'HEAD', () => ({ method: 'HEAD', url: `${doneBuild}?format=json`, holds: isEmpty })],
]

describe('what is and was is told as recorded, and what has no route', () => {
  it.each(cases)('%s: %s', (number, _, sent) => {
    const { told, recorded } = compare(farm, number, sent())
    expect(told).toEqual(recorded)
  })
})
