import { useMemo } from 'react'
import { count } from '../../domain/duration.ts'
import { isOutcome, matchesLog } from '../../domain/logFilter.ts'
import type { JobRequest } from '../../contract/records.ts'
import { RefreshFailed } from '../../parts/RefreshFailed.tsx'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPanel, ErrorPanel, LoadingRows } from '../../ui/panels.tsx'
import { failureSentence } from '../../ui/failureText.ts'
import page from '../../ui/page.module.css'
import { LogFilters } from './LogFilters.tsx'
import { LogStanding } from './LogStanding.tsx'
import { LogTable } from './LogTable.tsx'
import styles from './jobs.module.css'
import { useLogAddress } from './useLogAddress.ts'
import { useWholeLog } from './useWholeLog.ts'

/** `/jobs`: who asked for what, and what came of it, by the server's own log. */
export function Component() {
  const address = useLogAddress()
  const log = useWholeLog(address.num)
  usePageTitle({ title: 'Self-serve log' })
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>Self-serve log</h1>
        <p className={styles.sub}>who asked for what, and what the agent made of it</p>
      </header>
      {log.value === null ? (
        log.failure ? (
          <ErrorPanel
            title="Could not load the self-serve log"
            cause={failureSentence(log.failure)}
            onRetry={log.refetch}
          />
        ) : (
          <LoadingRows rows={16} label="Loading the self-serve log" />
        )
      ) : (
        <>
          <RefreshFailed what={log.comes ? 'older entries' : 'the self-serve log'} reading={log} />
          {log.value.length === 0 ? (
            <EmptyPanel title="Nobody has asked for anything yet">The server’s log is empty.</EmptyPanel>
          ) : (
            <Entries entries={log.value} address={address} log={log} />
          )}
        </>
      )}
    </div>
  )
}

type EntriesProps = {
  entries: readonly JobRequest[]
  address: ReturnType<typeof useLogAddress>
  log: ReturnType<typeof useWholeLog>
}

function Entries({ entries, address, log }: EntriesProps) {
  const { filter, setFilter, clear, readOlder } = address
  const { who, action, outcome } = filter
  const shown = useMemo(
    () => new Set(entries.filter((entry) => matchesLog(entry, { who, action, outcome }))),
    [entries, who, action, outcome],
  )
  return (
    <>
      <LogStanding entries={entries} whole={log.whole} />
      <LogFilters entries={entries} shown={shown.size} filter={filter} onFilter={setFilter} onClear={clear} />
      {shown.size === 0 ? (
        <EmptyPanel title="No entries match" act={<Button onClick={clear}>Clear filters</Button>}>
          {outcome !== null && !isOutcome(outcome) && `No such outcome: ${outcome}. `}
          {count(entries.length)} entries are here; {[who, action, outcome].filter(Boolean).join(', ')} leaves none.
        </EmptyPanel>
      ) : (
        <LogTable entries={entries} shown={shown} />
      )}
      <footer className={styles.foot}>
        {log.whole ? (
          <p>This is the whole log.</p>
        ) : (
          <>
            <p>These are the newest {count(entries.length)} entries of the log.</p>
            <Button reason={log.comes ? 'Older entries are being read' : null} onClick={readOlder}>
              Older entries
            </Button>
          </>
        )}
      </footer>
    </>
  )
}
