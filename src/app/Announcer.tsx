import { useEffect, useState } from 'react'
import { installAnnouncer } from '../ui/announce.ts'
import { Hidden } from '../ui/Hidden.tsx'

/** The one polite live region for words that are not shown. The same words twice are said twice. */
export function Announcer() {
  const [said, setSaid] = useState({ words: '', times: 0 })
  useEffect(() => {
    installAnnouncer((words) => setSaid((old) => ({ words, times: old.times + 1 })))
    return () => installAnnouncer(() => {})
  }, [])
  return (
    <Hidden>
      <span aria-live="polite">
        <span key={said.times}>{said.words}</span>
      </span>
    </Hidden>
  )
}
