import { Suspense, lazy, useEffect } from 'react'
import { closeJobDialog, useJobQuestion } from './jobDialog.ts'

const RebuildDialog = lazy(() => import('./RebuildDialog.tsx').then((module) => ({ default: module.RebuildDialog })))
const PriorityDialog = lazy(() => import('./PriorityDialog.tsx').then((module) => ({ default: module.PriorityDialog })))

/** Where the questions of `openJobDialog` appear: once on each page that has job actions. Loaded when first asked. */
export function JobDialogs() {
  const question = useJobQuestion()
  useEffect(() => closeJobDialog, [])
  if (question === null) return null
  const Dialog = question.kind === 'rebuild' ? RebuildDialog : PriorityDialog
  return (
    <Suspense fallback={null}>
      <Dialog key={question.job.key} job={question.job} branch={question.branch} onClose={closeJobDialog} />
    </Suspense>
  )
}
