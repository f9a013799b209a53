import { usePageTitle } from '../../parts/usePageTitle.ts'
import { useBranches } from '../../queries/branches.ts'
import { UnknownBranch } from '../../ui/UnknownBranch.tsx'

/** In place of the queue of a branch the server does not know: the ones it does. */
export function UnknownBranchPage({ branch }: { branch: string }) {
  usePageTitle({ title: `${branch}?` })
  const branches = useBranches()
  return <UnknownBranch branch={branch} branches={branches} />
}
