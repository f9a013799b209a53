import { guardFor } from '../../domain/guard.ts'
import { several } from '../several.ts'
import type { BulkQuestion } from '../BulkPreview.tsx'
import { PreviewFrame } from './PreviewFrame.tsx'

type Props = {
  act: BulkQuestion['act']
  jobs: number
  branch: string
  /** Of the push they are in, where all are in one. */
  revision: string | null
  onClose: () => void
}

const words = {
  cancel: { act: 'cancel', verb: 'Cancel', way: 'Keep running' },
  rebuild: { act: 'rebuild', verb: 'Rebuild', way: 'Close' },
  priority: { act: 'reprioritize', verb: 'Set priority of', way: 'Close' },
} as const

/** The refusal of more jobs than may be asked for at once, and nothing else about them. */
export function TooMany({ act, jobs, branch, revision, onClose }: Props) {
  const { verb, way, act: guarded } = words[act]
  return (
    <PreviewFrame
      title={`${verb} ${several(jobs, 'job')}`}
      guard={guardFor({ act: guarded, targets: jobs, revision, branch })}
      verb={verb}
      jobs={jobs}
      writes={jobs}
      way={way}
      onAct={onClose}
      onClose={onClose}
    />
  )
}
