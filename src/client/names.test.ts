import { describe, expect, it } from 'vitest'
import { recorded } from '../contract/recorded.ts'
import { toRequest } from './request.ts'
import { answeredBy, failureFrom, json, scriptedClient } from './scripted.ts'

describe('names and values', () => {
  it('surprise 22: a name with a slash is refused, with the reason', async () => {
    const { client, sent } = scriptedClient([() => json([])])
    const failures = [
      await failureFrom(client.read('branchDay', { branch: 'integration/mozilla-inbound' })),
      await failureFrom(client.read('userJobs', { branch: 'try', user: 'a/b' })),
      await failureFrom(
        client.write('newBuildForBuilder', { branch: 'ash', builder: 'linux/arm64', revision: '60f7a51208a5' }),
      ),
    ]
    for (const { kind, detail } of failures) {
      expect([kind, detail]).toEqual([
        'unsayable',
        expect.stringContaining('A name with a slash cannot be sent to this server'),
      ])
    }
    expect(sent).toEqual([])
  })

  it.each(['jobs', 'branches'])('a branch called %s is refused: another route has its address', async (branch) => {
    const { client, sent } = scriptedClient([() => json([])])
    expect(await failureFrom(client.bytes('branchDay', { branch }))).toMatchObject({ kind: 'unsayable' })
    expect(sent).toEqual([])
  })

  it.each([
    ['Linux x86-64 100% build', 'Linux%20x86-64%20100%25%20build'],
    ['a+b "q" & <b>? #1;', 'a%2Bb%20%22q%22%20%26%20%3Cb%3E%3F%20%231%3B'],
    ['déjà-vu ☃', 'd%C3%A9j%C3%A0-vu%20%E2%98%83'],
  ])('surprise 22: %s is sent as %s', (builder, sentAs) => {
    const { url } = toRequest('/buildapi/', 'newBuildForBuilder', { branch: 'ash', builder, revision: '60f7a51208a5' })
    expect(url).toBe(`/buildapi/self-serve/ash/builders/${sentAs}/60f7a51208a5?format=json`)
  })

  it.each(['..', '.', '', '\ud800'])(
    'surprise 22: the branch %j, which would reach another address, is refused',
    async (branch) => {
      const { client, sent } = scriptedClient([() => json([])])
      expect((await failureFrom(client.read('branchDay', { branch }))).kind).toBe('unsayable')
      expect(sent).toEqual([])
    },
  )

  it('surprise 24: an action cut to 20 letters is read as it is', async () => {
    const row = {
      action: 'new_build_for_builde',
      who: null,
      when: 1,
      what: {},
      completed_at: null,
      complete_data: null,
    }
    const { client } = scriptedClient([() => json([row])])
    expect((await client.read('jobRequests', {})).value).toEqual([row])
  })

  it('surprise 33: properties keep whatever JSON they hold', async () => {
    const { client } = answeredBy('066')
    const { value } = await client.read('request', { branch: 'ash', request_id: 376 })
    expect(new Set(Object.values(value.properties).map((property) => typeof property)).size).toBeGreaterThan(1)
    expect(value).toEqual(recorded('066').response.body)
  })

  it('surprise 35: reading takes 12 digits, 40 or fewer, and answers with either length or none', async () => {
    const { client, sent } = answeredBy('077', '078', '080', '018')
    for (const revision of ['4197f5d83381787bd4639867c8997940a24a0832', '4197f5d83381', 'cdf7']) {
      expect((await client.read('push', { branch: 'try', revision })).value.length).toBeGreaterThan(0)
    }
    const day = await client.read('branchDay', { branch: 'mozilla-central' })
    expect(day.value.map(({ revision }) => revision)).toContain(null)
    expect(sent[0]?.url).toContain('/rev/4197f5d83381787bd4639867c8997940a24a0832?')
  })

  it('surprise 44: times with a fraction are read as they are', async () => {
    const { client } = answeredBy('332', '333')
    expect((await client.read('jobRequest', { job_id: 1 })).value).toEqual(recorded('332').response.body)
    expect((await client.read('push', { branch: 'ash', revision: 'cdf7e925f574' })).value).toEqual(
      recorded('333').response.body,
    )
  })
})
