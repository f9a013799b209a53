import type { ReactNode } from 'react'
import page from '../ui/page.module.css'

/** Why an entry of the log stays open (contract surprise 15). */
export const OrphanStory = ({ children }: { children?: ReactNode }) => (
  <p className={page.note}>
    The agent answers within seconds. What is open for more than 5 minutes was most likely logged and never handed over:
    the message broker was down, and whoever asked was told 503, or FAILED. Nothing will come of it, and it stays open
    for ever; if it is still wanted, it has to be asked for again.{children}
  </p>
)
