const wall = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

function parts(seconds: number): Record<string, string> {
  const found: Record<string, string> = {}
  for (const part of wall.formatToParts(seconds * 1000)) found[part.type] = part.value
  return found
}

/** The server's wall clock, US/Pacific: `2026-11-22 11:33:21`. */
export function wallClock(seconds: number): string {
  const p = parts(seconds)
  return `${p['year']}-${p['month']}-${p['day']} ${p['hour']}:${p['minute']}:${p['second']}`
}

/** The server's date, `YYYY-MM-DD` (contract surprise 37). */
export const serverDate = (seconds: number): string => wallClock(seconds).slice(0, 10)

/** `buildid` of a moment: `YYYYMMDDhhmmss` on the server's wall clock. */
export const buildId = (seconds: number): string => wallClock(seconds).replaceAll(/\D/g, '')

/** Python's `strptime(text, '%Y-%m-%d')`: the date in full form, or null where it raises. */
export function readDate(text: string): string | null {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (!found) return null
  const [, year = '', month = '', day = ''] = found
  const utc = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (utc.getUTCMonth() !== Number(month) - 1 || utc.getUTCDate() !== Number(day)) return null
  return utc.toISOString().slice(0, 10)
}

const midnights = new Map<string, number>()

/** The first second of a US/Pacific day, in seconds since epoch. The zone is 8 h behind UTC, 7 h in summer. */
export function midnight(date: string): number {
  const known = midnights.get(date)
  if (known !== undefined) return known
  const utc = Date.parse(`${date}T00:00:00Z`) / 1000
  const summer = utc + 7 * 3600
  const found = wallClock(summer) === `${date} 00:00:00` ? summer : utc + 8 * 3600
  midnights.set(date, found)
  return found
}

/** The day after; a day has 23 to 25 hours. */
export const dayAfter = (date: string): string => serverDate(midnight(date) + 36 * 3600)
export const dayBefore = (date: string): string => serverDate(midnight(date) - 12 * 3600)
