/**
 * The server's rule of which work belongs to a branch: its sourcestamp's branch starts or ends with the short name
 * (contract surprise 34). Lists read by it, and a cancel of a whole revision acts by it; a missing branch never fits.
 */
export const onBranch = (sourceBranch: string | null, shortName: string): boolean =>
  sourceBranch !== null && (sourceBranch.startsWith(shortName) || sourceBranch.endsWith(shortName))

/** How a branch calls its own tests and rebuilds: `try-win32-opt-unittest`, `try-selfserve` (surprises 23, 34). */
const ownEnding = /(^|-)(unittest|talos|selfserve)$/

/** The other branch that work belongs to although the rule lets it in (`try-comm-central` in try), or null for own work. */
export function foreignBranch(sourceBranch: string | null, shortName: string): string | null {
  if (sourceBranch === null || sourceBranch === shortName || sourceBranch.endsWith(`/${shortName}`)) return null
  const own = sourceBranch.startsWith(`${shortName}-`) && ownEnding.test(sourceBranch.slice(shortName.length + 1))
  return own ? null : sourceBranch
}
