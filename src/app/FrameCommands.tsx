import { useNavigate } from 'react-router'
import { undo } from '../actions/outbox.ts'
import { useActions } from '../actions/store.ts'
import { useCommands } from '../commands/registry.ts'
import { phaseOf } from '../domain/actionLife.ts'
import { paths } from '../domain/paths.ts'
import { closeActivity, showHelp, useFrame } from '../stores/frame.ts'
import { announce } from '../ui/announce.ts'
import { copyText } from '../ui/Copyable.tsx'

/** The keys that work on every page. */
export function FrameCommands() {
  const navigate = useNavigate()
  const actions = useActions()
  const open = useFrame((frame) => frame.drawer)
  const undoLast = () => {
    const last = actions.find((action) => phaseOf(action) === 'queued')
    if (!last) return announce('Nothing to undo')
    if (!last.batch) return undo(last.id)
    import('../actions/many.ts').then(
      ({ undoPress }) => undoPress(last),
      () => announce('Not undone'),
    )
  }
  useCommands([
    { keys: 'z', run: undoLast },
    { keys: 'y', run: () => void copyText(location.href) },
    { keys: 'g t', run: () => void navigate(paths.queue('try')) },
    { keys: 'g j', run: () => void navigate(paths.log()) },
    { keys: '?', run: () => showHelp(true) },
    // Only while there is something to close, so that a page may have Escape for itself.
    ...(open ? [{ keys: 'Escape', run: closeActivity } as const] : []),
  ])
  return null
}
