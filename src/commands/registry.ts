import { useEffect, useRef } from 'react'
import { createStore, useStore } from 'zustand'

export const commandGroups = ['Move', 'Act', 'Go to', 'View'] as const

/** One thing that can be done by key: data, read by the key listener and by the help. */
export type Command = {
  /** What it does, as the help says it. */
  label: string
  /** `event.key` values pressed one after the other, apart by a space: `j`, `?`, `g t`, `Escape`. */
  keys: string
  group: (typeof commandGroups)[number]
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
 * Offers commands while the component is on screen. What they do may change with every render; what they are
 * (label, keys, group) is taken anew only when a key does.
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  const keys = commands.map((command) => command.keys).join('\n')
  useEffect(
    () => register(latest.current.map((command, at) => ({ ...command, run: () => latest.current[at]?.run() }))),
    [keys],
  )
}
