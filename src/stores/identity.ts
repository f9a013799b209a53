import { useStore } from 'zustand'
import { keptStore } from './localJson.ts'

/**
 * Who "me" is. The API names nobody: a person enters it once (`entered`, a guess as far as the farm is concerned),
 * and the `who` of an action of ours in the server's log corrects it (`learnt`).
 */
export type Identity = { me: string | null; source: 'entered' | 'learnt' | null }

export function readIdentity(stored: unknown): Identity {
  const given: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const me = typeof given['me'] === 'string' && given['me'].trim() !== '' ? given['me'].trim() : null
  return { me, source: me === null ? null : given['source'] === 'learnt' ? 'learnt' : 'entered' }
}

export const identity = keptStore('self-serve-identity', readIdentity)

/** What the person says; an empty name forgets it. */
export function enterMe(name: string): void {
  identity.setState(readIdentity({ me: name, source: 'entered' }))
}

/** What the server's log says of an action of ours. */
export function learnMe(who: string): void {
  identity.setState(readIdentity({ me: who, source: 'learnt' }))
}

export const useIdentity = (): Identity => useStore(identity)
