import { useEffect } from 'react'
import { useCommands } from '../commands/registry.ts'
import type { Watched } from '../domain/watched.ts'
import { unwatch, useWatchEntry, watch } from '../stores/watch.ts'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/announce.ts'
import { useVisible } from './useVisible.ts'

type Props = {
  watch: Watched
  /** Why there is nothing to watch for, as when it has ended. */
  reason?: string | null
  /** False where `w` is another's. */
  keys?: boolean
}

/** `Watch`, by press and by `w`: whether one wants to be told the end of what its page is about. */
export function WatchButton({ watch: watched, reason = null, keys = true }: Props) {
  const entry = useWatchEntry(watched)
  const isSeen = useVisible() && entry !== undefined && entry.end !== null
  useEffect(() => {
    // Its page is in sight, and says how it ended.
    if (isSeen) unwatch(watched)
  }, [isSeen, watched])
  const isOn = entry !== undefined && entry.end === null
  const why = entry === undefined ? reason : null
  const toggle = () => {
    if (entry !== undefined) unwatch(watched)
    else watch(watched, Date.now())
    announce(
      entry === undefined ? 'Watched: you are told when it ends, also while this tab is hidden' : 'Watched no more',
    )
  }
  const command = { keys: 'w', run: () => (why === null ? toggle() : announce(why)) } as const
  useCommands(keys ? [command] : [])
  return (
    <Button
      {...(isOn ? { icon: 'check' } : {})}
      aria-pressed={isOn}
      title="Be told when it ends, also while this tab is hidden"
      reason={why}
      onClick={toggle}
    >
      Watch
    </Button>
  )
}
