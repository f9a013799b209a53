import { createJSONStorage } from 'zustand/middleware'
import type { PersistStorage } from 'zustand/middleware'

/**
 * JSON in localStorage, for small settings. Where storage is denied or full they last as long as the page:
 * a setting that cannot be kept must not break the control that sets it.
 */
export function localJson<T>(): PersistStorage<T> | undefined {
  const memory = new Map<string, string>()
  const attempt = <R>(work: (storage: Storage) => R): R | undefined => {
    try {
      return work(globalThis.localStorage)
    } catch {
      return undefined
    }
  }
  return createJSONStorage<T>(() => ({
    getItem: (name) => attempt((storage) => storage.getItem(name)) ?? memory.get(name) ?? null,
    setItem: (name, value) => {
      memory.set(name, value)
      attempt((storage) => storage.setItem(name, value))
    },
    removeItem: (name) => {
      memory.delete(name)
      attempt((storage) => storage.removeItem(name))
    },
  }))
}

/** A store kept by `localJson` takes over what another tab has set. Returns the way to stop. */
export function followOtherTabs(kept: {
  persist: { getOptions: () => { name?: string }; rehydrate: () => unknown }
}): () => void {
  const hear = (event: StorageEvent): void => {
    if (event.key === kept.persist.getOptions().name) void kept.persist.rehydrate()
  }
  window.addEventListener('storage', hear)
  return () => window.removeEventListener('storage', hear)
}
