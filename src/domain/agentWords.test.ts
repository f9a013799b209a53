import { describe, expect, it } from 'vitest'
import { agentVerdict } from './agentWords.ts'
import type { AgentVerdict } from './agentWords.ts'

const said: readonly [errors: boolean, msg: string, verdict: AgentVerdict][] = [
  [false, 'Ok', 'did it'],
  [false, '337: Ok', 'did it'],
  [false, 'Request is complete, nothing to do', 'nothing to do'],
  [false, 'Request 367 is complete, nothing to do', 'nothing to do'],
  [false, 'Build is complete, nothing to do', 'nothing to do'],
  [false, 'No builds to create', 'nothing to do'],
  [false, '', 'nothing to do'],
  [false, 'Not stopping unstoppable build', 'refused'],
  [false, '12: Not stopping unstoppable build', 'refused'],
  [true, 'Error cancelling build', 'failed'],
  [true, 'Error cancelling build (request 5)', 'failed'],
  [true, 'No build with that id', 'failed'],
  [true, 'No request with that id', 'failed'],
  [true, '0 rows affected', 'failed'],
  [true, 'there was an error processing your request; please check logs on vm', 'failed'],
  [false, '328: Ok\n329: Ok', 'did it'],
  [false, 'Request 1 is complete, nothing to do\n329: Ok', 'did it'],
  [false, 'Request 1 is complete, nothing to do\n2: Not stopping unstoppable build', 'refused'],
  [false, 'Error cancelling build (request 5)\nRequest 1 is complete, nothing to do', 'failed'],
]

describe('surprise 17: done is not success', () => {
  it.each(said)('surprise 17: errors %s, "%s" is %s', (errors, msg, verdict) => {
    expect(agentVerdict({ errors, msg })).toBe(verdict)
  })

  it('surprise 17: no message at all is nothing to do', () => {
    expect(agentVerdict({ errors: false, msg: null })).toBe('nothing to do')
  })
})
