import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { announce } from './announce.ts'
import { cx } from './cx.ts'
import styles from './Copyable.module.css'

/** Puts text on the clipboard and says so; says so too where the browser does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    announce('copied')
    return true
  } catch {
    announce('The browser did not let us copy')
    return false
  }
}

/** A revision, id or the server's words: press to copy all of it. `children` is what is shown, else the text itself. */
export function Copyable({ text, what, children }: { text: string; what?: string; children?: ReactNode }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1_500)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <button
      type="button"
      className={cx(styles.copyable, copied && styles.copied)}
      title={copied ? 'Copied' : `Copy ${what ?? text}`}
      onClick={() => void copyText(text).then(setCopied)}
    >
      {children ?? text}
    </button>
  )
}
