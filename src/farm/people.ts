import { pick } from './prng.ts'

/** Who pushes. The first is the demo's own user. */
export const authors: readonly [string, ...string[]] = [
  'ann@example.com',
  'bob@example.org',
  'alice@example.com',
  'jörg.ünal@example.net',
  "erin.o'neil@example.com",
  'Sheriff McSheriff <sheriff@example.com>',
  'carol@example.com',
  'dave@example.org',
  'eve@example.net',
  'frank@example.com',
  'grace@example.org',
  'heidi@example.com',
  'ivan@example.net',
  'judy@example.com',
  'mallory@example.org',
  'niaj@example.com',
  'olivia@example.org',
  'peggy@example.com',
  'rupert@example.net',
  'sybil@example.com',
  'trent@example.org',
  'victor@example.com',
  'walter@example.org',
  '渡辺@example.jp',
]

/** Who asks for actions beside the demo's own user. */
const actors: readonly [string, ...string[]] = [
  'bob@example.org',
  'sheriff@example.com',
  'alice@example.com',
  'carol@example.com',
  'ann@example.com',
  'grace@example.org',
]

export const authorOf = (key: number): string => pick(key, 31, authors)
export const actorOf = (key: number): string => pick(key, 37, actors)

/** The line `try: …` a developer writes to choose the work. */
export const trySyntax = (platforms: readonly string[], debug: boolean, suites: number): string =>
  `try: -b ${debug ? 'do' : 'o'} -p ${platforms.join(',')} -u ${suites === 0 ? 'none' : suites === 1 ? 'all' : 'some'} -t none`
