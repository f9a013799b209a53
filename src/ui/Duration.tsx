import { useNow } from './clock.ts'
import { duration } from '../domain/duration.ts'

type Props =
  | { seconds: number | null }
  /** Seconds since epoch; runs while `to` is null. */
  | { from: number | null; to: number | null }

/** A span of time in words; `–` when it has not begun. */
export function Duration(props: Props) {
  if ('seconds' in props) return props.seconds === null ? '–' : <span>{duration(props.seconds)}</span>
  if (props.from === null) return '–'
  if (props.to === null) return <Running from={props.from} />
  return <span>{duration(props.to - props.from)}</span>
}

const Running = ({ from }: { from: number }) => <span>{duration(useNow() - from)}</span>
