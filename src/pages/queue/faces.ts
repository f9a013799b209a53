import type { CompiledFilter } from '../../domain/filter/compile.ts'
import { platformLines } from '../../table/platformLines.ts'
import type { PlatformLine } from '../../table/platformLines.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { pushAt } from '../../table/push.ts'
import type { Push } from '../../table/push.ts'
import type { Outside, View } from '../../table/view.ts'

/** All that a push's row shows. The object stays the same while push and filter do, so that the row need not draw again. */
export type PushFace = {
  push: Push
  lines: readonly PlatformLine[]
  outside: Outside
}

/** Makes faces of the pushes on screen, and remembers them from refresh to refresh. */
export function createFaces() {
  const known = new Map<string | null, { filter: CompiledFilter; face: PushFace }>()
  return (table: JobTable, view: View, p: number): PushFace => {
    const push = pushAt(table, p)
    const kept = known.get(push.revision)
    if (kept && kept.filter === view.filter && kept.face.push === push) return kept.face
    const face = { push, lines: platformLines(table, view, p), outside: view.outsideOf(p) }
    known.set(push.revision, { filter: view.filter, face })
    return face
  }
}
