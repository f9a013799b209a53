import { describe, expect, it } from 'vitest'
import { phases, road } from '../domain/action.ts'
import type { Phase } from '../domain/action.ts'
import { lastOnRoad, ticksOf } from './phaseTicks.ts'

/** The ticks of an action that went through these phases. */
const through = (...went: Phase[]) =>
  ticksOf(went.at(-1) ?? 'queued', lastOnRoad(went.map((phase, at) => ({ phase, at })))).join(' ')

describe('the five ticks of an action', () => {
  it('fill one after the other, and only what is reached is done', () => {
    expect(through('queued')).toBe('now ahead ahead ahead ahead')
    expect(through('queued', 'sent', 'accepted')).toBe('done done now ahead ahead')
  })

  it('turn good together, and only when it is seen', () => {
    expect(through(...road)).toBe('good good good good good')
    for (const phase of phases) expect(ticksOf(phase, 4).includes('good')).toBe(phase === 'seen')
  })

  it('show where it went wrong: at the server, or at the agent', () => {
    expect(through('queued', 'sent', 'failed')).toBe('done done bad ahead ahead')
    expect(through('queued', 'sent', 'accepted', 'acted on', 'failed')).toBe('done done done bad ahead')
  })

  it('leave open what nobody knows', () => {
    expect(through('queued', 'sent', 'unknown')).toBe('done done unsure ahead ahead')
    expect(through('queued', 'sent', 'accepted', 'acted on', 'not seen')).toBe('done done done done unsure')
  })

  it('show nothing as sent that never left the browser', () => {
    expect(through('queued', 'undone')).toBe('ahead ahead ahead ahead ahead')
    expect(through('queued', 'not sent')).toBe('unsure ahead ahead ahead ahead')
  })
})
