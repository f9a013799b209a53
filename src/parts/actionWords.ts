import type { ActionRecord, Plan } from '../domain/action.ts'
import { hasEnded } from '../domain/actionState.ts'
import { inFlightWords } from '../domain/actionWords.ts'

/** What was asked, in the fewest words: "cancel", "rebuild ×5", "priority 3". */
export function askedText(plan: Plan): string {
  switch (plan.kind) {
    case 'cancelBuild':
    case 'cancelRequest':
      return 'cancel'
    case 'rebuildBuild':
    case 'rebuildRequest':
      return plan.count === 1 ? 'rebuild' : `rebuild ×${plan.count}`
    case 'reprioritize':
      return `priority ${plan.priority}`
  }
}

/** The name of a job's row: "<builder>, running", and while something is asked of it "…, cancel accepted". */
export const rowName = (builder: string, word: string, latest: ActionRecord | null): string =>
  latest === null || hasEnded(latest) ? `${builder}, ${word}` : `${builder}, ${word}, ${inFlightWords(latest)}`
