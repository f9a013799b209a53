import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** Where the list begins in the document, pixels; follows the head and the notices above it as they change height. */
export function useListTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = list.current
    const around = element?.parentElement
    if (!element || !around) return
    const measure = () => setTop(Math.round(element.getBoundingClientRect().top + window.scrollY))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(around)
    return () => observer.disconnect()
  }, [list])
  return top
}
