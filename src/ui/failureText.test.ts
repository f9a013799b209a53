import { describe, expect, it } from 'vitest'
import { failureSentence, failureText, failureTitle } from './failureText.ts'

describe('a failure in words', () => {
  it('carries the status and the server’s own sentence', () => {
    const text = failureSentence({ kind: 'rejected', status: 400, detail: 'Priority must be an integer' })
    expect(text).toContain('(400)')
    expect(text).toContain('“Priority must be an integer”')
  })

  it('is a whole sentence where the server said nothing', () => {
    expect(failureSentence({ kind: 'timeout', status: null, detail: null })).toMatch(/^The server .*\.$/)
  })

  it('lets what we refuse ourselves explain itself', () => {
    const detail = 'A branch with a slash can not be asked for.'
    expect(failureSentence({ kind: 'unsayable', status: null, detail })).toBe(detail)
  })

  it('names broker trouble and log trouble apart: one stays open, the other never was', () => {
    expect(failureTitle({ kind: 'neverHandedOver' })).not.toBe(failureTitle({ kind: 'notLogged' }))
    expect(failureText({ kind: 'neverHandedOver', status: 503, detail: null })).toContain('nobody will act on it')
  })
})
