import { hashKey } from '@tanstack/react-query'
import type { QueryKey } from '@tanstack/react-query'
import { ApiError, failureOf } from '../contract/failure.ts'
import type { Failure } from '../contract/failure.ts'
import type { Stamp } from './serverClock.ts'

/**
 * Asks for the source `key`, of which an answer is good for `every` milliseconds, or gives what another tab was
 * answered. An answer is bytes or a value that was checked; all go from tab to tab, a blob without a copy.
 */
export type Ask = <T extends Stamp>(
  key: QueryKey,
  every: number,
  signal: AbortSignal,
  ask: () => Promise<T>,
) => Promise<T>

/** What became of asking. `sentAt` and `at` (its end) in milliseconds. */
type Outcome = { sentAt: number; at: number } & ({ ok: true; answer: Stamp } | { ok: false; failure: Failure })

/** What tabs say to each other: how a source was answered, null where that is out of date; or that one wants to know. */
type Message = { kind: 'answered'; key: string; outcome: Outcome | null } | { kind: 'wanted'; key: string }

/** What is needed of the browser. Names of locks are the keys; times are milliseconds. */
export type TabPorts = {
  post: (message: unknown) => void
  listen: (hear: (message: unknown) => void) => void
  /** Runs `work` while no other tab runs its own for that key; `waited` says that another did before. */
  inTurn: <T>(key: string, signal: AbortSignal, work: (waited: boolean) => Promise<T>) => Promise<T>
  /** Marks this tab as one that keeps an answer, until the function it gives is called. */
  mark: (key: string) => () => void
  /** How many tabs are marked so, with this one if it was before; and how many wait for their turn. Null where nobody knows. */
  interest: (key: string) => Promise<{ marked: number; waiting: number } | null>
  now: () => number
  after: (delay: number, run: () => void) => () => void
}

/** One source that this tab shows. */
type Source = {
  every: number
  latest: Outcome | null
  /** When that was asked for which this tab was given last, and before which all is out of date. */
  given: number
  since: number
  unmark: (() => void) | null
  waiting: Set<() => void>
}

export type Tabs = {
  ask: Ask
  /** Somebody pressed: what is asked in this moment is asked here and at once. */
  pressed: () => void
  /** What was asked for before `since` (milliseconds) is out of date. */
  outdated: (key: QueryKey, since: number) => void
  /** Sources for which another tab has brought something that was not asked for here yet. */
  news: () => string[]
  /** The source is shown here no more: its last answer is let go. */
  drop: (key: string) => void
}

/** How long a tab that keeps an answer is given to hand it over. */
const PATIENCE = 1_000
/** What is asked so soon after a press is asked because of it. */
const A_MOMENT = 50

/**
 * The tabs of this browser that show the same source, of which one asks for all. Whoever's time comes first asks, under
 * a lock, and tells the others, whose time starts anew with that: so there is no leader to be lost when a tab hides or
 * closes. Each keeps the latest answer for a tab that comes later. `onNews` is called when another tab brought something.
 */
export function createTabs(ports: TabPorts, onNews: (key: string) => void): Tabs {
  const sources = new Map<string, Source>()
  const post = (message: Message) => ports.post(message)
  let pressedAt = -Infinity

  function sourceOf(key: string): Source {
    const known = sources.get(key)
    if (known) return known
    const made: Source = {
      every: 0,
      latest: null,
      given: -Infinity,
      since: -Infinity,
      unmark: null,
      waiting: new Set(),
    }
    sources.set(key, made)
    return made
  }

  /** The latest outcome where it is news to this tab, and tells what asking from `begun` on would. */
  function newsOf({ latest, given, since, every }: Source, begun: number): Outcome | null {
    if (latest === null || latest.sentAt <= given || latest.sentAt < since) return null
    const young = latest.at > ports.now() - every
    // A tab that shows nothing yet tries for itself where another failed.
    return latest.at >= begun || (young && (latest.ok || given > -Infinity)) ? latest : null
  }

  function keep(key: string, source: Source, outcome: Outcome): void {
    source.latest = outcome
    if (sources.get(key) === source) source.unmark ??= ports.mark(key)
  }

  const marksOf = ({ unmark }: Source): number => (unmark === null ? 0 : 1)

  /** Whether another tab keeps an answer to this, which a new one outdates, or waits for one. */
  async function othersCare(key: string, source: Source): Promise<boolean> {
    const interest = await ports.interest(key)
    return interest === null || interest.marked > marksOf(source) || interest.waiting > 0
  }

  /** Tells the tabs that care; one that opens later finds this one's mark. Bytes are copied for none but them. */
  async function tell(key: string, source: Source, outcome: Outcome): Promise<void> {
    if (source.latest !== null && source.latest.sentAt > outcome.sentAt) return
    keep(key, source, outcome)
    source.given = outcome.sentAt
    if (await othersCare(key, source)) post({ kind: 'answered', key, outcome })
  }

  async function askHere<T extends Stamp>(key: string, source: Source, ask: () => Promise<T>): Promise<T> {
    const sentAt = ports.now()
    try {
      const answer = await ask()
      await tell(key, source, { ok: true, sentAt: answer.sentAt, at: answer.at, answer })
      return answer
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure !== null) await tell(key, source, { ok: false, sentAt, at: ports.now(), failure })
      throw thrown
    }
  }

  /** Waits for what other tabs keep, if any does. */
  async function want(key: string, source: Source): Promise<void> {
    const marked = (await ports.interest(key))?.marked ?? 0
    if (marked <= marksOf(source)) return
    await new Promise<void>((resolve) => {
      const end = () => {
        source.waiting.delete(end)
        giveUp()
        resolve()
      }
      const giveUp = ports.after(PATIENCE, end)
      source.waiting.add(end)
      post({ kind: 'wanted', key })
    })
  }

  /** Gives this tab what another was answered. */
  function adopted(source: Source, outcome: Outcome): Stamp {
    source.given = outcome.sentAt
    if (!outcome.ok) throw new ApiError(outcome.failure)
    return outcome.answer
  }

  ports.listen((heard) => {
    // Nothing but this code posts on the channel, whose name is the build's own.
    const message = heard as Message
    const source = sources.get(message.key)
    if (!source) return
    if (message.kind === 'wanted') {
      const { latest, since } = source
      if (latest) post({ kind: 'answered', key: message.key, outcome: latest.sentAt >= since ? latest : null })
      return
    }
    const { outcome, key } = message
    if (outcome && outcome.sentAt > (source.latest?.sentAt ?? -Infinity)) keep(key, source, outcome)
    for (const end of source.waiting) end()
    if (source.latest === outcome && newsOf(source, Infinity)) onNews(key)
  })

  async function answerOf<T extends Stamp>(
    question: QueryKey,
    every: number,
    signal: AbortSignal,
    ask: () => Promise<T>,
  ) {
    const key = hashKey(question)
    const source = sourceOf(key)
    source.every = every
    const begun = ports.now()
    if (begun - pressedAt < A_MOMENT) return askHere(key, source, ask)
    if (source.latest === null) await want(key, source)
    signal.throwIfAborted()
    const news = newsOf(source, begun)
    if (news) return adopted(source, news)
    return ports.inTurn(key, signal, async (waited) => {
      if (waited && !newsOf(source, begun)) await want(key, source)
      const meanwhile = newsOf(source, begun)
      return meanwhile ? adopted(source, meanwhile) : askHere(key, source, ask)
    })
  }

  return {
    ask: async <T extends Stamp>(...asked: Parameters<typeof answerOf<T>>) =>
      // Of another tab, but of this very build (see the channel's name), and a key always means the same question.
      (await answerOf(...asked)) as T,
    pressed() {
      pressedAt = ports.now()
    },
    outdated(key, since) {
      const source = sources.get(hashKey(key))
      if (source) source.since = Math.max(source.since, since)
    },
    news: () => [...sources].flatMap(([key, source]) => (newsOf(source, Infinity) ? [key] : [])),
    drop(key) {
      sources.get(key)?.unmark?.()
      sources.delete(key)
    },
  }
}
