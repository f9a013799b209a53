import { createContext, useContext } from 'react'
import { SERVER_ZONE, clock, dayAndClock } from '../domain/zone.ts'

/** Which clock times are told by; `server` is the farm's own zone, by its IANA name. */
export type ZoneSetting = { choice: 'local' | 'utc' | 'server'; server: string }

/** Set by the app from the preferences. */
export const ZoneContext = createContext<ZoneSetting>({ choice: 'local', server: SERVER_ZONE })

const nameOf = ({ choice, server }: ZoneSetting): string | undefined =>
  choice === 'utc' ? 'UTC' : choice === 'server' ? server : undefined

/** The zone to tell times in, as an IANA name; undefined is the reader's own. */
export const useZone = (): string | undefined => nameOf(useContext(ZoneContext))

/** `14:03:10` in the reader's zone, of seconds since epoch. */
export function useClockText(): (seconds: number) => string {
  const zone = useZone()
  return (seconds) => clock(seconds, zone)
}

/** The moment told three times: here, in UTC, at the farm. Seconds since epoch. */
export function useAllZones(): (seconds: number) => string {
  const { server } = useContext(ZoneContext)
  return (seconds) =>
    [
      `${dayAndClock(seconds)} here`,
      `${dayAndClock(seconds, 'UTC')} UTC`,
      `${dayAndClock(seconds, server)} ${server}`,
    ].join('\n')
}
