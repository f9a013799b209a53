import { createStore, useStore } from 'zustand'

/** What of the frame is open: the Activity drawer, with the action to show in it, and the help. */
export type Frame = { drawer: boolean; action: string | null; help: boolean }

const frame = createStore<Frame>()(() => ({ drawer: false, action: null, help: false }))

export const useFrame = <T>(pick: (frame: Frame) => T): T => useStore(frame, pick)

/** Opens the Activity drawer, at one action if named. */
export const openActivity = (action: string | null = null): void => frame.setState({ drawer: true, action })
export const closeActivity = (): void => frame.setState({ drawer: false, action: null })
export const showHelp = (help: boolean): void => frame.setState({ help })
