import { Link } from 'react-router'
import { count } from '../../domain/duration.ts'
import { paths } from '../../domain/paths.ts'
import type { QueuePlace } from '../../domain/queuePlace.ts'
import type { WaitingNow } from '../../domain/waitingNow.ts'
import { Time } from '../../ui/Time.tsx'
import link from '../../ui/link.module.css'

/** As many are named; of the rest, a number. */
const NAMED = 8

/** Who goes before, next first, and how many may. */
export function AheadOf({ place }: { place: QueuePlace<WaitingNow> }) {
  const { ahead, perhapsAhead } = place
  const more = ahead.length - NAMED
  const perhaps = perhapsAhead.length
  return (
    <>
      {ahead.length > 0 ? (
        <ol aria-label="Ahead of it">
          {ahead.slice(0, NAMED).map((one) => (
            <li key={one.requestId}>
              <Request one={one} />
            </li>
          ))}
        </ol>
      ) : (
        <p>{perhaps > 0 ? 'Nothing for sure.' : 'Nothing.'}</p>
      )}
      {more > 0 && <p>and {count(more)} more</p>}
      {perhaps > 0 && (
        <p>
          {ahead.length > 0 ? 'and perhaps ' : 'Perhaps '}
          {count(perhaps)} {perhaps === 1 ? 'other, whose' : 'others, whose'} priority or machines are unknown
        </p>
      )}
    </>
  )
}

const Request = ({ one: { requestId, branch, builder, priority, submitted } }: { one: WaitingNow }) => (
  <>
    {branch === null ? (
      `request ${requestId}`
    ) : (
      <Link className={link.link} to={paths.request(branch, requestId)}>
        request {requestId}
      </Link>
    )}{' '}
    {builder} · {branch ?? 'branch unknown'} · priority {priority ?? 'unknown'} · submitted{' '}
    <Time at={submitted} as="clock" />
  </>
)
