/** What a sourcestamp's branch is called after the short name and a dash, when it is the branch's own (surprises 23, 34). */
const ownEnding = /(^|-)(unittest|talos|selfserve)$/

/**
 * The foreign branch whose work the server let in, or null for the branch's own work. The server takes every branch
 * that starts or ends with the short name, so try-comm-central stands in try (surprise 34). Own are:
 *
 * - the short name, and a long one that ends with it after a slash: `integration/mozilla-inbound`
 * - tests: the short name, a dash, and an ending in `unittest`, `talos` or `selfserve`: `try-win32-opt-unittest`
 * - a branch that is not told
 */
export function leakOf(shortName: string, branch: string | null): string | null {
  if (branch === null || branch === shortName || branch.endsWith(`/${shortName}`)) return null
  return branch.startsWith(`${shortName}-`) && ownEnding.test(branch.slice(shortName.length + 1)) ? null : branch
}
