import fc from 'fast-check'
import { expect, it } from 'vitest'
import { askedToCancel, SECOND } from './testing/scene.ts'
import { settle } from './testing/stage.ts'

const kinds = ['timeout', 'offline', 'contract', 'busy', 'signedOut', 'neverHandedOver'] as const

/** What may befall an action between the press and its end, tabs coming and going. */
const turns = fc.oneof(
  { weight: 4, arbitrary: fc.record({ turn: fc.constant('pass'), span: fc.integer({ min: 0, max: 40 }) }) },
  fc.record({ turn: fc.constant('sleep'), span: fc.integer({ min: 0, max: 60 }) }),
  fc.record({
    turn: fc.constantFrom('open', 'close', 'undo', 'sendNow', 'lookAgain', 'putAway', 'agent', 'wake', 'blind', 'hang'),
    span: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ turn: fc.constant('fault'), kind: fc.constantFrom(...kinds), acts: fc.boolean(), span: fc.constant(0) }),
)

it('no sequence of faults, tabs and presses makes two writes of one action, or writes one that says it was not sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turns, { maxLength: 14 }), async (story) => {
      const { tab, id, farm, pass, sleep, openTab } = askedToCancel()
      const tabs = [tab]
      for (const turn of story) {
        const one = tabs[turn.span % Math.max(1, tabs.length)]
        if (turn.turn === 'pass') await pass(turn.span * SECOND)
        if (turn.turn === 'sleep') await sleep(turn.span * SECOND)
        if (turn.turn === 'open') tabs.push(openTab())
        if (turn.turn === 'close' && one) tabs.splice(tabs.indexOf(one), 1)[0]?.close()
        if (turn.turn === 'undo') one?.outbox.undo(id)
        if (turn.turn === 'sendNow') one?.outbox.sendNow(id)
        if (turn.turn === 'lookAgain') one?.outbox.lookAgain(id)
        if (turn.turn === 'putAway') one?.outbox.putAway()
        if (turn.turn === 'wake') one?.outbox.wake()
        if (turn.turn === 'agent') farm.agentAnswers()
        if (turn.turn === 'blind') farm.readFault = farm.readFault === null ? 'offline' : null
        if (turn.turn === 'hang') farm.onWrite = () => new Promise(() => undefined)
        if ('kind' in turn) farm.fault = { kind: turn.kind, acts: turn.acts }
        if (turn.span === 3) await settle()
      }
      await pass(60 * SECOND)
      const last = openTab()
      await pass(60 * SECOND)
      const phases = last.phases(id)
      expect(phases[0]).toBe('queued')
      const left = phases.includes('sent')
      expect(farm.writes.length).toBe(left ? 1 : 0)
    }),
    { numRuns: 60 },
  )
})
