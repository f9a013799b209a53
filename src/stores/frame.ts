import { createStore, useStore } from 'zustand'

/**
 * What of the frame is open: the Activity drawer, with the action to show in it, and the help. And how many of the
 * things watched have ended unseen, which the tab's title tells.
 */
export type Frame = { drawer: boolean; action: string | null; help: boolean; ended: number }

const frame = createStore<Frame>()(() => ({ drawer: false, action: null, help: false, ended: 0 }))

export const useFrame = <T>(pick: (frame: Frame) => T): T => useStore(frame, pick)

/** Opens the Activity drawer, at one action if named. */
export const openActivity = (action: string | null = null): void => frame.setState({ drawer: true, action })
export const closeActivity = (): void => frame.setState({ drawer: false, action: null })
export const showEnded = (ended: number): void => frame.setState({ ended })
export const showHelp = (help: boolean): void => frame.setState({ help })
