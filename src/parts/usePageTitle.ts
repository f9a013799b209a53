import { useEffect } from 'react'
import { useFrame } from '../stores/frame.ts'

/**
 * What the tab says about a page: its name, and how much of it failed or is at work, in jobs; `ended`: how many of the
 * things watched have ended, wherever one is.
 */
export type PageState = { title: string; failed?: number; active?: number; ended?: number }

/** Marks by shape, so that the tab is readable without colour: a flag, a cross, a half moon. */
const shapes = {
  ended:
    '<rect width="16" height="16" rx="3" fill="#3a49cf"/><path d="M5 13V3.5h6.5l-2 2.5 2 2.5H5" fill="none" stroke="#fff" stroke-width="2"/>',
  failed:
    '<rect width="16" height="16" rx="3" fill="#b3151c"/><path d="M4.5 4.5l7 7M11.5 4.5l-7 7" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/>',
  active:
    '<circle cx="8" cy="8" r="8" fill="#0a6e8a"/><path d="M8 3.4a4.6 4.6 0 0 1 0 9.2z" fill="#fff"/><circle cx="8" cy="8" r="4.6" fill="none" stroke="#fff" stroke-width="1.6"/>',
} as const

/** `⚑1 ✖3 ●12 try`: the state first, since a narrow tab cuts the end. */
export function titleOf({ title, failed = 0, active = 0, ended = 0 }: PageState): string {
  return [ended > 0 ? `⚑${ended}` : '', failed > 0 ? `✖${failed}` : '', active > 0 ? `●${active}` : '', title]
    .filter(Boolean)
    .join(' ')
}

/** Says a page's name and state in the tab's title and icon, and puts the plain icon back when the page goes. */
export function usePageTitle(state: Omit<PageState, 'ended'>): void {
  const ended = useFrame((frame) => frame.ended)
  const title = titleOf({ ...state, ended })
  const shape = ended > 0 ? 'ended' : (state.failed ?? 0) > 0 ? 'failed' : (state.active ?? 0) > 0 ? 'active' : null

  useEffect(() => {
    document.title = `${title} · Self-Serve`
  }, [title])

  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (!link || shape === null) return
    const plain = link.href
    link.href = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${shapes[shape]}</svg>`)}`
    return () => {
      link.href = plain
    }
  }, [shape])
}
