import { useMemo } from 'react'
import { useActions } from '../actions/store.ts'
import { workOfActions } from '../domain/logAbout.ts'
import type { KnownWorkOf } from '../domain/logAbout.ts'
import { useLoadedWork } from '../queries/loadedWork.ts'

/** What is known here of a build or request that the log only numbers: by our own actions, else by what is loaded. */
export function useKnownWork(): KnownWorkOf {
  const actions = useActions()
  const asked = useMemo(() => workOfActions(actions), [actions])
  const loaded = useLoadedWork()
  return (id) => {
    const ours = asked(id)
    return ours?.builder ? ours : (loaded(id) ?? ours)
  }
}
