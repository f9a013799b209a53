import { useEffect } from 'react'
import { useParams } from 'react-router'
import { branchOf } from '../domain/paths.ts'
import { useBranches } from '../queries/branches.ts'
import { setPreferences } from '../stores/preferences.ts'

/** Keeps which branch was visited last, for `/`. One the server does not know is not worth coming back to. */
export function useRememberBranch(): void {
  const { branch: parameter } = useParams()
  const branches = useBranches()
  const branch = parameter === undefined ? null : branchOf(parameter)
  const known = branch !== null && branches.includes(branch)
  useEffect(() => {
    if (known) setPreferences({ lastBranch: branch })
  }, [known, branch])
}
