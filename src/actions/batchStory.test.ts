import fc from 'fast-check'
import { expect, it } from 'vitest'
import { phaseOf } from '../domain/actionLife.ts'
import { asked, cancels, title } from './testing/manyAsked.ts'
import { SECOND } from './testing/scene.ts'
import { settle } from './testing/stage.ts'

const turns = fc.oneof(
  { weight: 4, arbitrary: fc.record({ turn: fc.constant('pass'), span: fc.integer({ min: 0, max: 8 }) }) },
  fc.record({
    turn: fc.constantFrom(
      'sleep',
      'open',
      'close',
      'undo',
      'stop',
      'resume',
      'now',
      'same',
      'fault',
      'well',
      'agent',
      'blind',
    ),
    span: fc.integer({ min: 0, max: 3 }),
  }),
)

it('no story of tabs, faults and presses writes a target twice unasked, more than its targets, or two at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turns, { maxLength: 16 }), async (story) => {
      const { tab, id, farm, pass, sleep, openTab } = asked()
      const tabs = [tab]
      let onWire = 0
      let most = 0
      farm.onWrite = async () => {
        most = Math.max(most, (onWire += 1))
        await settle()
        onWire -= 1
      }
      for (const { turn, span } of story) {
        const one = tabs[span % Math.max(1, tabs.length)]
        if (turn === 'pass') await pass(span * SECOND)
        if (turn === 'sleep') await sleep(span * 100 * SECOND)
        if (turn === 'open') tabs.push(openTab())
        if (turn === 'close' && one) tabs.splice(tabs.indexOf(one), 1)[0]?.close()
        if (turn === 'undo') void one?.batches.undo(id)
        if (turn === 'stop') one?.batches.stop(id)
        if (turn === 'resume') one?.batches.resume(id)
        if (turn === 'now') one?.batches.sendNow(id)
        if (turn === 'same') one?.batches.proposeMany(cancels(5), { title })
        if (turn === 'fault') farm.fault = { kind: span > 1 ? 'timeout' : 'signedOut', acts: span === 2 }
        if (turn === 'well') farm.fault = null
        if (turn === 'agent') farm.agentAnswers({ msg: '1: Ok' })
        if (turn === 'blind') farm.readFault = farm.readFault === null ? 'offline' : null
        if (span === 3) await settle()
      }
      farm.fault = null
      await pass(60 * SECOND)
      const last = openTab()
      await pass(60 * SECOND)
      const sent = last.records().filter((record) => record.steps.some((step) => step.phase === 'sent'))
      expect(most).toBeLessThanOrEqual(1)
      expect(farm.writes.length).toBe(sent.length)
      for (const record of sent) expect(phaseOf(record)).not.toBe('not sent')
      const targets = farm.writes.map((write) => Number(write.input['request_id']))
      for (const one of targets) expect(one >= 100 && one < 105).toBe(true)
    }),
    { numRuns: 60 },
  )
})
