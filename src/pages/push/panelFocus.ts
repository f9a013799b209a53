import type { Opened } from './usePushAddress.ts'

/** Whether a step of the history says that a job was opened by keyboard (`useOpenJob`). It may be anything else's. */
export const openedByKey = (state: unknown): boolean => isOpened(state) && state.byKey

const isOpened = (state: unknown): state is Opened =>
  typeof state === 'object' && state !== null && 'byKey' in state && typeof state.byKey === 'boolean'

/**
 * Gives focus back to a job of the list or matrix, by its row's key; to where Tab reaches that when it shows the job no
 * more. A cell of the matrix is its link, a row of the list itself.
 */
export function focusJob(key: string): void {
  const place = document.querySelector<HTMLElement>(`[role=grid] [data-key="${CSS.escape(key)}"]`)
  const target = place?.matches('[role=row]') ? place : place?.querySelector<HTMLElement>('a, button')
  const other = document.querySelector<HTMLElement>('main [role=grid] [tabindex="0"]')
  ;(target ?? other)?.focus()
}
