import { lazy, Suspense } from 'react'
import { Popover } from '../ui/Popover.tsx'

const BranchList = lazy(() => import('./BranchList.tsx').then((part) => ({ default: part.BranchList })))

/** Which branch one is on, and the way to another. */
export const BranchSwitcher = ({ branch }: { branch: string }) => (
  <Popover label={`Branch: ${branch}`} shown={<b>{branch}</b>} arrow haspopup="dialog">
    {(close) => (
      <Suspense>
        <BranchList branch={branch} close={close} />
      </Suspense>
    )}
  </Popover>
)
