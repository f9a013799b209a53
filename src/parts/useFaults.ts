import { useState } from 'react'

/** Why the fields of a question cannot be as they stand: the first reason, and where each field tells its own. */
export function useFaults(): { fault: string | null; tell: (field: string) => (why: string | null) => void } {
  const [faults, setFaults] = useState<Readonly<Record<string, string | null>>>({})
  return {
    fault: Object.values(faults).find((why) => why !== null) ?? null,
    tell: (field) => (why) => setFaults((old) => ({ ...old, [field]: why })),
  }
}
