/** A frame in which the list or the count beside the filter changed. Times are `performance.now()` of the page. */
export type Paint = {
  at: number
  /** Rows of the list in the document. */
  rows: number
  /** The words "showing n of m jobs", empty while there are none. */
  count: string
}

/** What the page itself notes while it is measured. */
export type Probe = { paints: Paint[]; keys: number[]; elements: number }

/** Runs in the page, as early as can be; it sees the page as a person does and changes nothing. */
export function installProbe(): Probe {
  const probe: Probe = { paints: [], keys: [], elements: 0 }
  const everything = document.getElementsByTagName('*')
  const afterFrame = new MessageChannel()
  let frame = 0

  afterFrame.port1.addEventListener('message', () => {
    const list = document.querySelector('[role=treegrid][aria-label=Jobs]')
    probe.paints.push({
      at: performance.now(),
      rows: list?.querySelectorAll('[role=row]').length ?? 0,
      count:
        /showing [\d,]+ of [\d,]+ jobs/.exec(document.querySelector('[role=search]')?.textContent ?? '')?.[0] ?? '',
    })
    probe.elements = Math.max(probe.elements, everything.length)
    frame = 0
  })
  afterFrame.port1.start()

  const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement)
  /** The clock turns texts of the first cell (age, time left) each second; nothing else that is measured changes them. */
  const isClock = ({ type, target }: MutationRecord) =>
    type === 'characterData' && elementOf(target)?.closest('time, [role=gridcell]:first-child') !== null
  const isShown = ({ target }: MutationRecord) =>
    elementOf(target)?.closest('[role=treegrid], [role=search], main') !== null

  // Others (React writes an input's name anew each time) show nothing.
  const visible = ['class', 'style', 'href', 'hidden', 'aria-label', 'aria-expanded', 'aria-rowcount', 'aria-rowindex']
  new MutationObserver((records) => {
    if (frame !== 0 || !records.some((record) => isShown(record) && !isClock(record))) return
    // The task after a frame's callbacks runs when the frame is drawn.
    frame = requestAnimationFrame(() => afterFrame.port2.postMessage(null))
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: visible })

  addEventListener('keydown', ({ timeStamp }) => probe.keys.push(timeStamp), { capture: true })
  return probe
}
