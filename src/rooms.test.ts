import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

type Door = { may: readonly string[]; types: readonly string[] }

/** A test may hold its room against the API's words and a farm in memory. */
const alsoInTests = ['contract', 'farm', 'mocks']

/** Packages that belong to some rooms only. */
const packages: readonly { name: RegExp; only: (file: string) => boolean }[] = [
  { name: /^zod/, only: (file) => file === 'src/contract/schema.ts' },
  { name: /^msw/, only: (file) => roomOf(file) === 'mocks' },
  {
    name: /^(react|react-dom|react-router|radix-ui)(\/|$)/,
    only: (file) => !['contract', 'client', 'domain', 'table', 'farm', 'server', 'bench'].includes(roomOf(file)),
  },
]

/** Words that break what a room promises: values in, values out, time passed in. */
const pure: Record<string, RegExp> = {
  domain: /\bDate\.now\(|\bnew Date\(\)|\bfetch\(|\bset(Timeout|Interval)\(|\bMath\.random\(/,
  farm: /\bDate\.now\(|\bnew Date\(\)|\bfetch\(|\bset(Timeout|Interval)\(|\bMath\.random\(/,
}

const root = resolve(import.meta.dirname, '..')

/** The doors, as the table of docs/architecture.md has them: room, what it is, what it may import, never. */
function doorsOf(document: string): Map<string, Door> {
  const rows = document.matchAll(/^\| `([\w./]+)` \|[^|]+\|([^|]+)\|[^|]*\|$/gm)
  return new Map(
    [...rows].map(([, path = '', doors = '']) => {
      const named = doors.split(',').map((door) => door.trim())
      const types = named.filter((door) => door.startsWith('types of ')).map((door) => door.slice('types of '.length))
      return [roomOf(path), { may: named, types }]
    }),
  )
}
const rooms = doorsOf(readFileSync(join(root, 'docs/architecture.md'), 'utf8'))

type Import = { to: string; types: boolean; dynamic: boolean; reexport: boolean }

function sources(): string[] {
  return ['src', 'server', 'bench', 'e2e'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .map((file) => join(folder, file))
          .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      : [],
  )
}

function roomOf(file: string): string {
  const [folder = '', room = ''] = file.split('/')
  if (folder !== 'src') return folder
  return room.includes('.') ? (room.split('.')[0] ?? '') : room
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file)

function importsOf(file: string, text: string): Import[] {
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const phase = node.importClause?.phaseModifier
      found.push({
        to: node.moduleSpecifier.text,
        types: phase === ts.SyntaxKind.TypeKeyword,
        dynamic: false,
        reexport: false,
      })
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ to: node.moduleSpecifier.text, types: node.isTypeOnly, dynamic: false, reexport: true })
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [to] = node.arguments
      if (to && ts.isStringLiteral(to)) found.push({ to: to.text, types: false, dynamic: true, reexport: false })
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      found.push({ to: node.argument.literal.text, types: true, dynamic: false, reexport: false })
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
      // new Worker(new URL('./x.ts', import.meta.url)) is a door too.
      const [to] = node.arguments ?? []
      if (to && ts.isStringLiteral(to) && /^\.{1,2}\/.*\.tsx?$/.test(to.text))
        found.push({ to: to.text, types: false, dynamic: true, reexport: false })
    }
    ts.forEachChild(node, visit)
  }
  visit(
    ts.createSourceFile(
      file,
      text,
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  )
  return found
}

/** What is wrong with one import, or null. */
function wrong(file: string, { to, types, dynamic, reexport }: Import): string | null {
  if (!to.startsWith('.')) {
    const rule = packages.find(({ name }) => name.test(to))
    return rule && !types && !rule.only(file) ? `${to} does not belong here` : null
  }
  const target = relative(root, resolve(root, dirname(file), to.replace(/\?.*$/, '')))
  if (!existsSync(join(root, target)) || !/\.\w+$/.test(to)) return `${to} is not the name of a file`
  if (reexport) return `${to} is exported again: import it where it is`
  const from = roomOf(file)
  const room = roomOf(target)
  if (from === room) {
    const page = (path: string) => path.split('/')[2]
    return from === 'pages' && page(file) !== page(target) ? `${to}: one page imports another` : null
  }
  if (from === 'main' && room === 'mocks')
    return dynamic ? null : `${to}: only a dynamic import keeps it out of the live build`
  if (isTest(file) && alsoInTests.includes(room)) return null
  const door = rooms.get(from)
  if (door?.may.includes(room)) return null
  if (door?.types.includes(room)) return types || isTest(file) ? null : `${to}: only types of ${room} may be taken`
  return `${from} may not import ${room} (${to})`
}

const files = sources().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

describe('the rooms of the house', () => {
  it('are all known', () => {
    const unknown = files.map(({ file }) => roomOf(file)).filter((room) => !rooms.has(room) && room !== 'rooms')
    expect([...new Set(unknown)]).toEqual([])
  })

  it('keep their doors', () => {
    const faults = files
      .filter(({ file }) => file !== 'src/rooms.test.ts')
      .flatMap(({ file, text }) =>
        importsOf(file, text).flatMap((one) => {
          const fault = wrong(file, one)
          return fault ? [`${file}: ${fault}`] : []
        }),
      )
    expect(faults).toEqual([])
  })

  it('keep their promises', () => {
    const faults = files
      .filter(({ file, text }) => !isTest(file) && pure[roomOf(file)]?.test(withoutComments(text)))
      .map(({ file }) => file)
    expect(faults).toEqual([])
  })

  it('are watched by a test that sees', () => {
    const seen = importsOf(
      'src/pages/queue/x.tsx',
      "import type { A } from '../../client/a.ts'\nconst b = await import('../build/B.tsx')",
    )
    expect(seen.map(({ to, types, dynamic }) => ({ to, types, dynamic }))).toEqual([
      { to: '../../client/a.ts', types: true, dynamic: false },
      { to: '../build/B.tsx', types: false, dynamic: true },
    ])
    const static_ = { types: false, dynamic: false, reexport: false }
    expect(wrong('src/domain/x.ts', { ...static_, to: '../contract/path.ts' })).toContain('only types')
    expect(wrong('src/contract/x.ts', { ...static_, to: '../main.tsx' })).toContain('may not import')
    expect(wrong('src/contract/x.ts', { ...static_, to: './path' })).toContain('not the name of a file')
    expect(wrong('src/main.tsx', { ...static_, to: './mocks/start.ts' })).toContain('dynamic')
    expect(wrong('src/ui/x.ts', { ...static_, to: 'zod/mini' })).toContain('does not belong')
  })
})

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
