import type { One } from '../queries/single.ts'
import { ErrorPanel } from '../ui/panels.tsx'
import { failureSentence } from '../ui/failureText.ts'
import { useClockText } from '../ui/zone.ts'

/** Above data that stay: the last refresh failed, since when, and how old the data are. Nothing when it did not. */
export function RefreshFailed({ what, reading }: { what: string; reading: Omit<One<unknown>, 'value' | 'status'> }) {
  const { failure, failingSince, at, refetch } = reading
  const clock = useClockText()
  if (!failure) return null
  return (
    <ErrorPanel
      banner
      title={`Could not refresh ${what}`}
      cause={failureSentence(failure)}
      since={failingSince === null ? undefined : clock(failingSince / 1000)}
      kept={at === null ? undefined : `Below is what we knew at ${clock(at / 1000)}.`}
      onRetry={refetch}
    />
  )
}
