import { partsIn, SERVER_ZONE } from './zone.ts'

/** The day list of a branch is one day, midnight to midnight in the server's zone (contract surprise 37). */
export function serverDay(epochSeconds: number, zone: string = SERVER_ZONE): string {
  const { year, month, day } = partsIn(epochSeconds, zone)
  return `${year.padStart(4, '0')}-${month}-${day}`
}

const midnightUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1_000
const isoDay = (epochSeconds: number): string => new Date(epochSeconds * 1_000).toISOString().slice(0, 10)

/** Days before this are not days of a build farm; the server answers 500 for some of them. */
const FIRST = '1990-01-01'
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  text >= FIRST &&
  !Number.isNaN(midnightUtc(text)) &&
  isoDay(midnightUtc(text)) === text

/** The first second (since epoch) of a day `YYYY-MM-DD`; also where clocks change or midnight is left out. */
export function dayStart(day: string, zone: string = SERVER_ZONE): number {
  // No zone is further than 26 hours from UTC. Search for the second at which the date turns.
  let before = midnightUtc(day) - 26 * 3_600
  let after = before + 52 * 3_600
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (serverDay(middle, zone) < day) before = middle
    else after = middle
  }
  return after
}

/**
 * The day an address asks for, or today if it asks for nonsense or the future: the real server keeps the empty answer
 * for a future day and gives it when that day has come (contract, `?date=`).
 */
export const clampDay = (text: string | null, today: string): string =>
  text !== null && isDay(text) && text <= today ? text : today

/** The day `by` days later, or earlier if negative. */
export const shiftDay = (day: string, by: number): string => isoDay(midnightUtc(day) + by * 86_400)
