import { placeBuilderRules } from '../domain/builderName.ts'
import { readBuilderRules } from '../domain/readBuilderRules.ts'
import { showToast } from '../stores/toasts.ts'

/** Longer than this the first page does not wait for them, milliseconds. */
const LIMIT = 5_000

/**
 * Puts the rules for builders' names that a site keeps at `address` (of this origin) in place of ours: JSON with the
 * tables of `domain/builderRules.ts`. Rules that cannot be read are told, with the row that is wrong, and ours stay.
 */
export async function takeSiteRules(address: string): Promise<void> {
  const problem = await placeFrom(address).catch((thrown: unknown) =>
    thrown instanceof Error ? thrown.message : String(thrown),
  )
  if (problem === null) return
  const text = `The rules for builder names at ${address} are not used: ${problem}. Names are read by the usual rules.`
  showToast({ id: 'builder rules', text, tone: 'error', actionId: null })
}

async function placeFrom(address: string): Promise<string | null> {
  const url = new URL(address, location.href)
  if (url.origin !== location.origin) return 'they lie on another origin'
  const answer = await fetch(url, { signal: AbortSignal.timeout(LIMIT), headers: { accept: 'application/json' } })
  if (!answer.ok) return `the server answered ${answer.status}`
  const read = readBuilderRules(await answer.json())
  if ('problem' in read) return read.problem
  placeBuilderRules(read.rules)
  return null
}
