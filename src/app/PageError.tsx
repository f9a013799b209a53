import { Button } from '../ui/Button.tsx'
import { EmptyPanel, ErrorPanel } from '../ui/panels.tsx'

/** How Chromium, Firefox and Safari say that a part of the program is no longer on the server. */
const partIsGone = /dynamically imported module|Importing a module script failed|Unable to preload/i

/** In place of a page that broke. The frame around it, with what was asked for, goes on. */
export function PageError({ thrown }: { thrown: unknown }) {
  const words = thrown instanceof Error ? thrown.message : String(thrown)
  const reload = () => location.reload()
  if (partIsGone.test(words)) {
    return (
      <EmptyPanel
        title="A new version is out: reload"
        act={
          <Button variant="primary" onClick={reload}>
            Reload
          </Button>
        }
      >
        This page is not in the version you have loaded, or the network is down. What you asked for is kept.
      </EmptyPanel>
    )
  }
  return (
    <ErrorPanel
      title="This page broke"
      cause={`That is a fault of ours: ${words}`}
      kept="What you asked for is kept, in Activity."
      onRetry={reload}
    />
  )
}
