import { describe, expect, it } from 'vitest'
import { JobList } from '../contract/records.ts'
import { isScenarioName, scenarios } from './scenarios.ts'
import { caller, noon, one } from './testCaller.ts'

const target = (farm: ReturnType<typeof caller>): string =>
  `/self-serve/try/build/${one(farm.farm.truth(noon).running, ({ branch }) => branch === 'try').buildId}`

describe('scenarios', () => {
  it('are known by name', () => {
    for (const name of Object.keys(scenarios)) expect(isScenarioName(name)).toBe(true)
    expect(isScenarioName('toString')).toBe(false)
  })

  it('signed-out: reads go on, writes are 403 in HTML whoever asks', () => {
    const farm = caller({ scenario: 'signed-out' })
    expect(farm.answer('GET', '/self-serve/try?format=json').status).toBe(200)
    const answer = farm.answer('DELETE', `${target(farm)}?format=json`, {
      headers: { 'x-remote-user': 'bob@example.org' },
    })
    expect(answer.status).toBe(403)
    expect(answer.headers['Content-Type']).toContain('text/html')
  })

  it('broker-dead: a write gets no answer, and its row stays open', () => {
    const farm = caller({ scenario: 'broker-dead' })
    expect(farm.answer('DELETE', `${target(farm)}?format=json`).delay).toBe('never')
    farm.now += 600
    expect(farm.json('/self-serve/jobs?num=5')).toContainEqual(
      expect.objectContaining({ action: 'cancel_build', completed_at: null, when: noon }),
    )
  })

  it('agent-dead: a write is accepted and never acted on', () => {
    const farm = caller({ scenario: 'agent-dead' })
    const job = farm.write('DELETE', target(farm))
    farm.now += 3600
    expect(farm.json(`/self-serve/jobs/${job}`)).toMatchObject({ completed_at: null, complete_data: null })
  })

  it('slow: every answer is held back for 8 s', () => {
    const farm = caller({ scenario: 'slow' })
    expect(farm.answer('GET', '/self-serve/branches?format=json').delay).toBe(8000)
  })

  it('garbage: an address breaks now and then, never twice in a row, and a day always has one bad row', () => {
    const farm = caller({ scenario: 'garbage' })
    const readable = Array.from({ length: 12 }, () => {
      const { headers, body } = farm.answer('GET', '/self-serve/try?format=json')
      if (headers['Content-Type'] !== 'application/json') return null
      try {
        const rows: unknown = JSON.parse(new TextDecoder().decode(body))
        return Array.isArray(rows) ? rows.filter((row) => !JobList.safeParse([row]).success).length : null
      } catch {
        return null
      }
    })
    expect(readable).toEqual([1, 1, null, 1, 1, 1, null, 1, 1, 1, null, 1])
  })

  it('infra-storm: exceptions and retries come from two masters', () => {
    const { failed } = caller({ scenario: 'infra-storm' }).farm.truth(noon)
    const broken = failed.filter(({ result }) => result === 4 || result === 5)
    const calm = caller()
      .farm.truth(noon)
      .failed.filter(({ result }) => result === 4 || result === 5)
    expect(broken.length).toBeGreaterThan(calm.length * 2)
  })

  it('red-nightly: the nightlies of Linux fail', () => {
    const farm = caller({ scenario: 'red-nightly' })
    const nightlies = JobList.parse(farm.json('/self-serve/mozilla-central')).filter(
      (row) => 'build_id' in row && row.buildername === 'Linux x86-64 mozilla-central nightly',
    )
    expect(nightlies).toEqual([expect.objectContaining({ status: 2 })])
  })
})
