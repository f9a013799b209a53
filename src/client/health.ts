import type { EndpointGroup } from '../contract/routes.ts'

/** `resting`: not asked, `trying`: one call is finding out whether it works again. */
export type GroupState = 'well' | 'resting' | 'trying'
/** `until`: ms since 1970, from when on one call may try a resting group. */
export type GroupHealth = { state: GroupState; until: number | null }
/** Groups that never rested are not in it. The object changes when and only when a state does. */
export type HealthSnapshot = Readonly<Partial<Record<EndpointGroup, GroupHealth>>>

/** Made for `useSyncExternalStore`: both functions may be passed on as they are. */
export type Health = { snapshot: () => HealthSnapshot; subscribe: (onChange: () => void) => () => void }
export type HealthKeeper = Health & { set: (group: EndpointGroup, state: GroupState) => void }

/** @param rest ms a group rests. */
export function createHealth(now: () => number, rest: number): HealthKeeper {
  let current: HealthSnapshot = {}
  const listeners = new Set<() => void>()
  return {
    snapshot: () => current,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    set: (group, state) => {
      current = { ...current, [group]: { state, until: state === 'resting' ? now() + rest : null } }
      for (const listener of listeners) listener()
    },
  }
}
