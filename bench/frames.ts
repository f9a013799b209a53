import type { JSHandle, Page } from '@playwright/test'

/** Frames in which something that is waited for stood or happened. Times are `performance.now()` of the page. */
export type Frames = {
  /** The first frame with rows of the grid `Jobs` or of a matrix. */
  rows: number | null
  /** From each key that moved the focus to the frame after it, milliseconds. */
  moves: number[]
  /** From the last press of a button to the frame in which a dialog listed what it is about. */
  dialog: number | null
}

/** Runs in the page before anything of ours does; it sees the page as a person does and changes nothing. */
function watchFrames(): Frames {
  const frames: Frames = { rows: null, moves: [], dialog: null }
  let key = 0
  let press = 0
  const afterFrame = (run: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      // The task after a frame's callbacks runs when the frame is drawn.
      port1.addEventListener('message', () => run(performance.now()), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  addEventListener('keydown', ({ timeStamp }) => (key = timeStamp), { capture: true })
  addEventListener('focusin', () => {
    const from = key
    if (from > 0) afterFrame((at) => frames.moves.push(at - from))
    key = 0
  })
  addEventListener(
    'click',
    ({ timeStamp }) => {
      press = timeStamp
      frames.dialog = null
    },
    { capture: true },
  )
  new MutationObserver(() => {
    if (frames.rows === null && document.querySelectorAll('[role=grid] [role=row]').length > 1) {
      afterFrame((at) => (frames.rows ??= at))
    }
    if (frames.dialog === null && press > 0 && document.querySelector('dialog[open] li') !== null) {
      const from = press
      press = 0
      afterFrame((at) => (frames.dialog = at - from))
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['open'] })
  return frames
}

/** Watches a page from the moment the browser has its first byte. */
export const framesOf = (page: Page): Promise<JSHandle<Frames>> => page.evaluateHandle(watchFrames)
