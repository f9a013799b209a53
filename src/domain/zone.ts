/** Where the historical server lives: its days begin at midnight there (contract surprise 37). */
export const SERVER_ZONE = 'America/Los_Angeles'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times what using it does, so each zone's is kept. */
function format(zone: string): Intl.DateTimeFormat {
  let made = formats.get(zone)
  if (!made) {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, made)
  }
  return made
}

type Part = 'weekday' | 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const two = (value: number): string => String(value).padStart(2, '0')

/** The reader's own, which a `Date` tells without a format: the first format of a page takes some 10 ms. */
function localParts(epochSeconds: number): Record<Part, string> {
  const date = new Date(epochSeconds * 1_000)
  return {
    weekday: weekdays[date.getDay()] ?? '',
    year: String(date.getFullYear()),
    month: two(date.getMonth() + 1),
    day: two(date.getDate()),
    hour: two(date.getHours()),
    minute: two(date.getMinutes()),
    second: two(date.getSeconds()),
  }
}

/** The parts of a moment (seconds since epoch) as a clock in `zone` shows them; without a zone, the reader's own. */
export function partsIn(epochSeconds: number, zone: string | undefined): Record<Part, string> {
  if (zone === undefined) return localParts(epochSeconds)
  const parts = { weekday: '', year: '', month: '', day: '', hour: '', minute: '', second: '' }
  for (const { type, value } of format(zone).formatToParts(epochSeconds * 1_000)) {
    if (type in parts) parts[type as Part] = value // `in` has just looked
  }
  return parts
}

/** Whether a setting names a time zone that this browser knows. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: zone }))
  } catch {
    return false
  }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `14:03:10` in `zone`; without a zone, the reader's own. Seconds since epoch. */
export function clock(epochSeconds: number, zone?: string): string {
  const { hour, minute, second } = partsIn(epochSeconds, zone)
  return `${hour}:${minute}:${second}`
}

/** `Thu 16 Jul 2015 14:03:10` in `zone`; without a zone, the reader's own. Seconds since epoch. */
export function dayAndClock(epochSeconds: number, zone?: string): string {
  const { weekday, year, month, day, hour, minute, second } = partsIn(epochSeconds, zone)
  return `${weekday} ${Number(day)} ${months[Number(month) - 1]} ${year} ${hour}:${minute}:${second}`
}
