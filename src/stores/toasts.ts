import { createStore, useStore } from 'zustand'

/** `error` stays until dismissed; the others may go by themselves. */
export type ToastTone = 'info' | 'good' | 'error'

/** An announcement. What it tells stands in the Activity drawer too: a toast only says it and links there. */
export type Toast = {
  /** A second toast with the same id takes the place of the first: one per action. */
  id: string
  text: string
  tone: ToastTone
  /** The action it is about, or null. */
  actionId: string | null
  /** The page it is about. */
  href?: string
}

export const toasts = createStore<readonly Toast[]>()(() => [])

/** Shows a toast, last; no more than four at a time, the oldest that is no error goes first. */
export function showToast(toast: Toast): void {
  toasts.setState((old) => {
    const shown = [...old.filter((other) => other.id !== toast.id), toast]
    if (shown.length <= 4) return shown
    const goes = shown.find((other) => other.tone !== 'error')
    return shown.filter((other) => other !== goes)
  }, true)
}

export const dismissToast = (id: Toast['id']): void =>
  toasts.setState((old) => old.filter((toast) => toast.id !== id), true)

export const useToasts = (): readonly Toast[] => useStore(toasts)
