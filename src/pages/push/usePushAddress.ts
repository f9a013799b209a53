import { useSearchParams } from 'react-router'

export type PushView = 'list' | 'matrix'

/** What the address of a push holds besides its name. Parameters we do not know are kept. */
type PushAddress = {
  view: PushView
  filter: string
  /** A step in the history. */
  setView: (view: PushView) => void
  /** Replaces: typing does not fill the history. */
  setFilter: (filter: string) => void
}

/** The state of the Push page in the address, and the ways to change it. */
export function usePushAddress(): PushAddress {
  const [params, setParams] = useSearchParams()
  const change = (name: string, value: string, replace: boolean) => {
    if ((params.get(name) ?? '') === value) return
    const next = new URLSearchParams(params)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParams(next, { replace, preventScrollReset: true })
  }
  return {
    view: params.get('view') === 'matrix' ? 'matrix' : 'list',
    filter: params.get('q') ?? '',
    setView: (view) => change('view', view === 'matrix' ? view : '', false),
    setFilter: (filter) => change('q', filter.trim(), true),
  }
}
