import { useLayoutEffect, useRef } from 'react'
import { createStore, useStore } from 'zustand'
import type { CommandKeys } from './catalogue.ts'

/** One thing that can be done by key now. What it is called, and on which pages it is, stands in the catalogue. */
export type Command = {
  /** The keys it comes with: its name in the catalogue. A person may have given it others (see `keymap.ts`). */
  keys: CommandKeys
  run: () => void
}

const registry = createStore<readonly Command[]>()(() => [])

/** Every command that can be given now. */
export const useRegistry = (): readonly Command[] => useStore(registry)
export const readRegistry = (): readonly Command[] => registry.getState()

/** Adds commands; gives the way to take them back. */
export function register(commands: readonly Command[]): () => void {
  registry.setState((old) => [...old, ...commands], true)
  return () => registry.setState((old) => old.filter((command) => !commands.includes(command)), true)
}

/**
 * Offers commands while the component is on screen. What they do may change with every render, and does so before anybody
 * sees it: a key pressed right after must mean what is shown.
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  useLayoutEffect(() => {
    latest.current = commands
  })
  const names = commands.map((command) => command.keys).join('\n')
  useLayoutEffect(
    () => register(latest.current.map(({ keys }, at) => ({ keys, run: () => latest.current[at]?.run() }))),
    [names],
  )
}
