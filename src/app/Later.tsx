import { KeyListener } from '../commands/KeyListener.tsx'
import { FrameCommands } from './FrameCommands.tsx'
import { Watching } from './Watching.tsx'

/** What every page has but no first view waits for: the keys, and an eye on what is watched. */
export const Later = () => (
  <>
    <KeyListener />
    <FrameCommands />
    <Watching />
  </>
)
