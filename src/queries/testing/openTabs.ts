import { createTabs } from '../tabs.ts'
import type { Tabs } from '../tabs.ts'

/** Milliseconds that a message takes from tab to tab: longer than a turn takes to be handed on, as in a browser. */
const ON_ITS_WAY = 5

/** One that asks in its turn, or waits for it. */
type Turn = { tab: string; begin: (waited: boolean) => void }

/** Lets everything that has been promised happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** A browser with tabs, by a clock that stands until it is moved. */
export function browser(start = 1_795_369_399_000) {
  let now = start
  let alarms: { at: number; run: () => void }[] = []
  const after = (delay: number, run: () => void) => {
    const alarm = { at: now + delay, run }
    alarms.push(alarm)
    return () => {
      alarms = alarms.filter((other) => other !== alarm)
    }
  }
  const ears = new Map<string, (message: unknown) => void>()
  const marks: { tab: string; key: string }[] = []
  const lines = new Map<string, Turn[]>()
  let named = 0
  let posted = 0

  /** Ends turns and waits for turns; who is first then begins. */
  function leave(key: string, leaves: (turn: Turn) => boolean): void {
    const [first, ...others] = lines.get(key) ?? []
    if (!first) return
    const stays = !leaves(first)
    const rest = others.filter((turn) => !leaves(turn))
    lines.set(key, stays ? [first, ...rest] : rest)
    if (!stays) rest[0]?.begin(true)
  }

  function openTab() {
    const tab = `tab${(named += 1)}`
    const news: string[] = []
    const tabs: Tabs = createTabs(
      {
        post: (message) => {
          posted += 1
          const sent = structuredClone(message)
          if (ears.has(tab)) after(ON_ITS_WAY, () => ears.forEach((hear, other) => other !== tab && hear(sent)))
        },
        listen: (hear) => void ears.set(tab, hear),
        inTurn: (key, signal, work) =>
          new Promise((resolve, reject) => {
            const turn: Turn = {
              tab,
              begin: (waited) => {
                signal.removeEventListener('abort', giveUp)
                void work(waited)
                  .then(resolve, reject)
                  .finally(() => leave(key, (other) => other === turn))
              },
            }
            const giveUp = () => {
              leave(key, (other) => other === turn)
              reject(signal.reason)
            }
            signal.addEventListener('abort', giveUp)
            const line = lines.get(key) ?? []
            lines.set(key, [...line, turn])
            if (line.length === 0) turn.begin(false)
          }),
        mark: (key) => {
          const mark = { tab, key }
          marks.push(mark)
          return () => void marks.splice(marks.indexOf(mark), 1)
        },
        interest: async (key) => ({
          marked: marks.filter((mark) => mark.key === key).length,
          waiting: Math.max(0, (lines.get(key)?.length ?? 0) - 1),
        }),
        now: () => now,
        after: (delay, run) => after(delay, () => ears.has(tab) && run()),
      },
      (key) => void news.push(key),
    )
    return {
      ...tabs,
      /** Keys of which another tab brought something, as they came. */
      heard: news,
      /** Says and hears nothing more, but is not gone. */
      freeze: () => void ears.delete(tab),
      close: () => {
        ears.delete(tab)
        for (const mark of marks.filter((one) => one.tab === tab)) marks.splice(marks.indexOf(mark), 1)
        for (const key of lines.keys()) leave(key, (turn) => turn.tab === tab)
      },
    }
  }

  return {
    openTab,
    now: () => now,
    after,
    /** How many messages were posted in all. */
    posted: () => posted,
    /** Whether any tab keeps an answer to hand over. */
    keeps: (key: string) => marks.some((mark) => mark.key === key),
    /** Moves on by milliseconds, ringing each alarm at its time. */
    pass: async (span: number) => {
      const end = now + span
      await settle()
      for (;;) {
        const at = Math.min(...alarms.map((alarm) => alarm.at))
        if (at > end) break
        now = Math.max(now, at)
        const due = alarms.filter((alarm) => alarm.at === at)
        alarms = alarms.filter((alarm) => alarm.at !== at)
        for (const alarm of due) alarm.run()
        await settle()
      }
      now = end
      await settle()
    },
  }
}
