import { describe, expect, it } from 'vitest'
import { jobCurl, jobPath, pathOfKey } from './jobLinks.ts'

const build = { buildId: 7, requests: [{ requestId: 3 }] }
const request = { buildId: null, requests: [{ requestId: 3 }] }

describe('where a job is found', () => {
  it('is the build, or the request while there is no build', () => {
    expect(jobPath('try', build)).toBe('/try/build/7')
    expect(jobPath('try', request)).toBe('/try/request/3')
  })

  it('is told by the row’s key alone', () => {
    expect(pathOfKey('try', 'b7')).toBe('/try/build/7')
    expect(pathOfKey('try', 'r3')).toBe('/try/request/3')
  })

  it('is told to a shell, always asking for JSON', () => {
    expect(jobCurl('try', build, 'https://farm.example', '/buildapi')).toBe(
      "curl 'https://farm.example/buildapi/self-serve/try/build/7?format=json'",
    )
    expect(jobCurl('a/b', build, 'https://farm.example', '/buildapi')).toBeNull()
  })
})
