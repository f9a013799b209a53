import { parseBuilder } from './builderName.ts'

/** What can be started anew at a revision, as the API has it. */
export type NewWork = 'newBuild' | 'newPgoBuild' | 'newNightly'

/** What the server will do when it is asked, in words (contract, "What the agent answers"; surprises 18, 24). */
export type NewWorkWords = {
  /** As on the button that opens the question. */
  title: string
  act: string
  /** In sentences. */
  what: string
  /** Of the builders that likely start. */
  builders: string
  /** Whether the API takes a priority; else the scheduler gives its own. */
  takesPriority: boolean
}

export const newWorkWords: Readonly<Record<NewWork, NewWorkWords>> = {
  newBuild: {
    title: 'New build',
    act: 'Start new builds',
    what: 'The scheduler is told of the revision as if it had just been pushed: it starts what it starts for a push, and tests follow when their builds end. Which ones is up to its rules, and so is their priority.',
    builders: 'builds',
    takesPriority: false,
  },
  newPgoBuild: {
    title: 'New PGO build',
    act: 'Start PGO builds',
    what: 'Starts the profile-guided builds of the branch, all platforms that have one.',
    builders: 'PGO builds',
    takesPriority: true,
  },
  newNightly: {
    title: 'New nightly',
    act: 'Start all nightlies',
    what: 'Starts all nightlies of the branch, not one: every platform. Repacks for languages are not among them.',
    builders: 'nightlies',
    takesPriority: true,
  },
}

/**
 * Builders that such work likely starts, by their names, in order: those of its kind among `known`, the names seen on
 * the branch of late. A likely list, no promise: the server's rules are not told.
 */
export function likelyStarts(work: NewWork, known: readonly string[]): readonly string[] {
  return known
    .filter((name) => {
      const { kind, type } = parseBuilder(name)
      // The agent leaves repacks for languages out (recorded 279).
      if (work === 'newNightly') return kind === 'nightly' && !name.includes('l10n')
      return kind === 'build' && (type === 'pgo') === (work === 'newPgoBuild')
    })
    .toSorted()
}

/** Names that hold every word of `text`, in any case and order; those that begin with it stand first. */
export function builderMatches(known: readonly string[], text: string): readonly string[] {
  const wanted = text.trim().toLowerCase()
  const words = wanted.split(/\s+/)
  const found = known.filter((name) => words.every((word) => name.toLowerCase().includes(word))).toSorted()
  const begins = (name: string) => name.toLowerCase().startsWith(wanted)
  return [...found.filter(begins), ...found.filter((name) => !begins(name))]
}

/** Why a job of this builder cannot be asked for; null when it can. `known` null: no list of builders is at hand. */
export function whyNoJob(builder: string, known: readonly string[] | null): string | null {
  if (builder === '') return 'Choose a builder first'
  if (builder.includes('/')) return 'A name with a slash cannot be sent to this server'
  return known !== null && !known.includes(builder) ? 'Nobody here knows a builder of this name: choose one' : null
}
