import { useEffect } from 'react'
import { setPreferences } from '../stores/preferences.ts'

/** Keeps which branch was visited last, for `/`. One the server has shown nothing of is not worth coming back to. */
export function useRememberBranch(branch: string, shown: boolean): void {
  useEffect(() => {
    if (shown) setPreferences({ lastBranch: branch })
  }, [branch, shown])
}
