import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const secondsOf = (milliseconds: number) => Math.floor(milliseconds / 1000)
/** The farm's clock as far as it is known, in milliseconds since epoch. */
let readFarm = () => Date.now()
let wall = secondsOf(Date.now())
let farm = wall
let timer: ReturnType<typeof setTimeout> | null = null
let halted = false

const isRunning = () => listeners.size > 0 && document.visibilityState === 'visible'

/** Waits for the next whole second, so that all clocks of the page turn together. */
function schedule(): void {
  if (timer !== null) clearTimeout(timer)
  timer = isRunning() ? setTimeout(tick, 1000 - (Date.now() % 1000)) : null
}

function tick(): void {
  const next = { wall: secondsOf(Date.now()), farm: halted ? farm : secondsOf(readFarm()) }
  if (next.wall !== wall || next.farm !== farm) {
    wall = next.wall
    farm = next.farm
    for (const listener of listeners) listener()
  }
  schedule()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', tick)
  listeners.add(listener)
  if (listeners.size === 1) tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', tick)
    schedule()
  }
}

/**
 * Now by the farm's clock, in whole seconds since epoch: what the times of jobs are compared with. One clock for the
 * whole page, which rests while nobody looks and stands still while it is halted. Read it in leaves that show a time,
 * or a whole page draws itself anew each second.
 */
export const useNow = (): number => useSyncExternalStore(subscribe, () => farm)

/**
 * Now by this browser's clock, never halted: for an undo window, or how old the data are. Whole seconds since epoch,
 * and every so many of them.
 */
export const useWallClock = (every = 1): number => useSyncExternalStore(subscribe, () => wall - (wall % every))

/** Stops every running duration while the data are stale: nothing may look live that is not. */
export function haltClock(halt: boolean): void {
  if (halted === halt) return
  halted = halt
  if (listeners.size > 0) tick()
}

/** Sets where the farm's time is read, in milliseconds since epoch. */
export function installClock(source: () => number): void {
  readFarm = source
  farm = secondsOf(source())
}
