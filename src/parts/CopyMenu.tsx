import { copyText } from '../ui/Copyable.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { Copy } from './copyAs.ts'

/** `Copy as…`: what is shown, in forms for other places. */
export const CopyMenu = ({ copies }: { copies: readonly Copy[] }) => (
  <Menu
    label="Copy as…"
    arrow
    align="end"
    items={() => copies.map(({ label, text }) => ({ label, detail: text, onSelect: () => void copyText(text) }))}
    foot="Never holds credentials."
  />
)
