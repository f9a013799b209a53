import { describe, expect, it } from 'vitest'
import { leakOf } from './leak.ts'

describe('surprise 34: branches that the server lets in by "starts or ends with"', () => {
  it.each([
    ['try', 'try'],
    ['try', 'try-win32-opt-unittest'],
    ['try', 'try-macosx64-talos'],
    ['try', 'try-selfserve'],
    ['mozilla-inbound', 'integration/mozilla-inbound'],
    ['mozilla-inbound', 'mozilla-inbound-linux64-debug-unittest'],
    ['ash', 'projects/ash'],
    ['try', null],
  ])('%s owns %s', (short, branch) => expect(leakOf(short, branch)).toBeNull())

  it.each([
    ['try', 'try-comm-central'],
    ['central', 'mozilla-central'],
    ['try', 'country'],
    ['try', 'try-comm-central-win32-opt-unittest-x'],
  ])('%s does not own %s', (short, branch) => expect(leakOf(short, branch)).toBe(branch))
})
