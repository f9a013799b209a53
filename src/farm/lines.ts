import type { Line } from './model.ts'

const hg = 'https://hg.mozilla.org'

/** The farm's lines of development. Priorities as recorded: try 0 … beta 5. */
export const lines = [
  {
    name: 'try',
    long: 'try',
    repo: `${hg}/try`,
    listed: true,
    priority: 0,
    merges: false,
    nightlies: false,
  },
  {
    name: 'mozilla-inbound',
    long: 'integration/mozilla-inbound',
    repo: `${hg}/integration/mozilla-inbound`,
    listed: true,
    priority: 3,
    merges: true,
    nightlies: false,
  },
  {
    name: 'fx-team',
    long: 'integration/fx-team',
    repo: `${hg}/integration/fx-team`,
    listed: true,
    priority: 3,
    merges: true,
    nightlies: false,
  },
  {
    name: 'mozilla-central',
    long: 'mozilla-central',
    repo: `${hg}/mozilla-central`,
    listed: true,
    priority: 4,
    merges: true,
    nightlies: true,
  },
  {
    name: 'mozilla-beta',
    long: 'releases/mozilla-beta',
    repo: `${hg}/releases/mozilla-beta`,
    listed: true,
    priority: 5,
    merges: true,
    nightlies: false,
  },
  {
    name: 'ash',
    long: 'projects/ash',
    repo: `${hg}/projects/ash`,
    listed: true,
    priority: 1,
    merges: false,
    nightlies: false,
  },
  {
    name: 'try-comm-central',
    long: 'try-comm-central',
    repo: `${hg}/try-comm-central`,
    listed: false,
    priority: 0,
    merges: false,
    nightlies: false,
  },
] as const satisfies readonly Line[]

export type LineName = (typeof lines)[number]['name']

/** The branches the API knows, by short name. */
export const listedLines: ReadonlyMap<string, Line> = new Map(
  lines.filter((line) => line.listed).map((line): [string, Line] => [line.name, line]),
)

/** A row belongs to every branch whose name its sourcestamp starts or ends with (contract surprise 34). */
export const onBranch = (sourceBranch: string | null, branch: string): boolean =>
  sourceBranch !== null && (sourceBranch.startsWith(branch) || sourceBranch.endsWith(branch))

const longestFirst = [...listedLines.keys()].toSorted((a, b) => b.length - a.length)
const shortNames = new Map<string | null, string>()

/** The key `/pending`, `/running` and `/revision` file a row under (contract surprise 34). */
export function shortBranch(sourceBranch: string | null): string {
  const known = shortNames.get(sourceBranch)
  if (known !== undefined) return known
  const found = longestFirst.find((name) => onBranch(sourceBranch, name)) ?? 'Unknown'
  shortNames.set(sourceBranch, found)
  return found
}
