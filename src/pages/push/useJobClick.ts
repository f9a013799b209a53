import type { MouseEvent } from 'react'
import { useOpenJob } from './usePushAddress.ts'

/**
 * For what holds links to jobs (`data-key` on or around each): a plain press shows the job beside the page, where it
 * was; other buttons and modifier keys are the browser's. A press without a pointer is the keyboard's.
 */
export function useJobClick(): (event: MouseEvent) => void {
  const { openJob } = useOpenJob()
  return (event) => {
    const { button, metaKey, ctrlKey, shiftKey, altKey, target, detail } = event
    if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element)) return
    const key = target.closest('a') && target.closest<HTMLElement>('[data-key]')?.dataset['key']
    if (!key) return
    event.preventDefault()
    openJob(key, detail === 0)
  }
}
