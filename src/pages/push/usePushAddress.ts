import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { pushViews, setPreferences, usePreferences } from '../../stores/preferences.ts'
import type { PushView } from '../../stores/preferences.ts'

/** What the address of a push holds besides its name. Parameters we do not know are kept. */
type PushAddress = {
  /** As the address says, else as it was last looked at. */
  view: PushView
  filter: string
  /** How often the filter was dropped: what is being typed goes with it, whether or not it is in the address yet. */
  clears: number
  /** A step in the history; remembered for pushes whose address does not say. */
  setView: (view: PushView) => void
  /** Replaces: typing does not fill the history. */
  setFilter: (filter: string) => void
  /** A step in the history. */
  clearFilter: () => void
}

/** What the address is about to hold, while it does not yet. */
let coming: URLSearchParams | null = null
/** The page shows a change a moment later; two changes before that, from wherever on the page, must both count. */
const addressNow = (): URLSearchParams => coming ?? new URLSearchParams(location.search)

/** Changes one parameter of the address; an empty value takes it away. `state`: kept with that step of the history. */
function useParameter() {
  const [params, setParams] = useSearchParams()
  const change = (name: string, value: string, how: { replace: boolean; state?: unknown }) => {
    const now = addressNow()
    if ((now.get(name) ?? '') === value) return
    coming = changed(now, name, value)
    setTimeout(() => (coming = null))
    setParams(coming, { preventScrollReset: true, ...how })
  }
  return { params, change }
}

function changed(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}

/** The state of the Push page in the address, and the ways to change it. */
export function usePushAddress(): PushAddress {
  const { params, change } = useParameter()
  const remembered = usePreferences((preferences) => preferences.pushView)
  const [clears, setClears] = useState(0)
  const shown = pushViews.find((view) => view === params.get('view')) ?? remembered
  return {
    view: shown,
    filter: params.get('q') ?? '',
    clears,
    setView: (view) => {
      // The step that is left keeps its form, or Back would show it in the one remembered since. Past the router, which
      // reads the address anew on Back, and would draw this form once more before the other.
      const now = addressNow()
      if (!now.has('view')) history.replaceState(history.state, '', `?${changed(now, 'view', shown).toString()}`)
      setPreferences({ pushView: view })
      change('view', view, { replace: false })
    },
    setFilter: (filter) => change('q', filter.trim() === '' ? '' : filter, { replace: true }),
    clearFilter: () => {
      setClears(clears + 1)
      change('q', '', { replace: false })
    },
  }
}

/** The job that is open beside a push, by its row's key (`b<build id>`, `r<request id>`), and the ways to another. */
export type OpenJob = {
  open: string | null
  /** Shows it, as a step in the history. `byKey`: asked for by keyboard, so focus goes along. */
  openJob: (key: string, byKey: boolean) => void
  /** Another in its place, not a step. */
  walkTo: (key: string) => void
  close: () => void
  /** The address that shows it: for links, so that it also opens in a tab of its own. */
  hrefOf: (key: string) => string
}

/** What opening a job leaves in the history entry: whether focus went along. */
export type Opened = { byKey: boolean }

export function useOpenJob(): OpenJob {
  const { params, change } = useParameter()
  return {
    open: params.get('job'),
    openJob: (key, byKey) => change('job', key, { replace: false, state: { byKey } satisfies Opened }),
    walkTo: (key) => change('job', key, { replace: true }),
    close: () => change('job', '', { replace: true }),
    hrefOf: (key) => {
      const rest = changed(params, 'job', '').toString()
      return `?${rest}${rest && '&'}job=${key}`
    },
  }
}
