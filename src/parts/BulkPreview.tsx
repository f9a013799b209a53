import { lazy, useMemo } from 'react'
import { several } from './several.ts'
import { jobAt } from '../table/jobTable.ts'
import type { JobTable } from '../table/jobTable.ts'
import { rowOfKey } from '../table/rows.ts'
import { useTooMany } from './preview/useTooMany.ts'

const loadCancel = () => import('./preview/CancelPreview.tsx')
const CancelPreview = lazy(() => loadCancel().then((module) => ({ default: module.CancelPreview })))
const RebuildPreview = lazy(() =>
  import('./preview/RebuildPreview.tsx').then((module) => ({ default: module.RebuildPreview })),
)
const PriorityPreview = lazy(() =>
  import('./preview/PriorityPreview.tsx').then((module) => ({ default: module.PriorityPreview })),
)

const TooMany = lazy(() => import('./preview/TooMany.tsx').then((module) => ({ default: module.TooMany })))

/** Loads what most previews are made of, so that the first press need not wait for it. */
export const warmPreviews = (): void => void loadCancel().catch(() => undefined)

/** What is about to be asked of jobs that were picked, by their keys when it was pressed: nothing joins them later. */
export type BulkQuestion = { act: 'cancel' | 'rebuild' | 'priority'; keys: readonly string[] }

type Props = {
  question: BulkQuestion
  table: JobTable
  branch: string
  /** Of the push, on its page. */
  revision: string | null
  onClose: () => void
  /** With the batch's id; null where it was one job, or nothing was left to ask. */
  onAsked: (batch: string | null) => void
}

/** The preview that a bulk act goes through, or the refusal of too many, of which nothing more need be worked out. */
export function BulkPreview(props: Props) {
  const { question, table, branch, revision, onClose } = props
  const tooMany = useTooMany(question, table)
  if (tooMany === null) return <Previewed {...props} />
  return <TooMany act={question.act} jobs={tooMany} branch={branch} revision={revision} onClose={onClose} />
}

/** The jobs are looked up anew at each refresh: the world moves below it. */
function Previewed({ question: { act, keys }, table, branch, revision, onClose, onAsked }: Props) {
  const jobs = useMemo(
    () =>
      keys.flatMap((key) => {
        const row = rowOfKey(table, key)
        return row === null ? [] : [jobAt(table, row)]
      }),
    [keys, table],
  )
  const shared = { branch, revision, onClose, onAsked }
  if (act === 'cancel') return <CancelPreview {...shared} keys={keys} table={table} />
  if (act === 'rebuild')
    return <RebuildPreview {...shared} jobs={jobs} title={`Rebuild ${several(keys.length, 'job')}`} />
  return <PriorityPreview {...shared} jobs={jobs} />
}
