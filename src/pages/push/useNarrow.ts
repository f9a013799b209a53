import { useSyncExternalStore } from 'react'

/** As in the styles: below it a line is a list, not a row of columns. */
const narrow = matchMedia('(max-width: 640px)')

const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** Whether the window is as narrow as a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches)
