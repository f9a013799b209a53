import { describe, expect, it } from 'vitest'
import { queuedRecord, subject } from './actionSamples.ts'
import { aboutEntry, workOfActions } from './logAbout.ts'

const nothing = () => null

describe('what an entry of the log is about', () => {
  it('is a build or request by its number alone, as long as nothing here knows it', () => {
    expect(aboutEntry({ bid: 5, count: 2, priority: 0 }, nothing)).toEqual({
      branch: null,
      builder: null,
      revision: null,
      buildId: 5,
      requestId: null,
    })
  })

  it('has branch, builder and revision from what was loaded or asked for here', () => {
    const known = workOfActions([queuedRecord()])
    const names = { branch: 'try', builder: 'Linux try build', revision: '0123456789ab' }
    expect(aboutEntry({ bid: 5 }, known)).toMatchObject({ ...names, buildId: 5 })
    expect(aboutEntry({ brid: 50, priority: 2 }, known)).toMatchObject({ ...names, requestId: 50 })
    expect(aboutEntry({ brid: 51 }, known).branch).toBeNull()
  })

  it('is a push where the log names it, and a single job by the branch without the agent’s ending', () => {
    expect(aboutEntry({ branch: 'try', revision: 'abc' }, nothing)).toMatchObject({ branch: 'try', revision: 'abc' })
    const job = { branch: 'try-selfserve', builder_name: 'b', revision: '0123456789ab', priority: 0 }
    expect(aboutEntry(job, nothing)).toMatchObject({ branch: 'try', builder: 'b' })
  })

  it('prefers an action that knows the builder to one asked of a whole push', () => {
    const push = queuedRecord(
      { kind: 'cancelRevision', branch: 'try', revision: '0123456789ab' },
      { subject: { ...subject, builder: null, buildId: null } },
    )
    expect(workOfActions([push, queuedRecord()])({ requestId: 50 })?.builder).toBe('Linux try build')
    expect(workOfActions([push])({ requestId: 50 })).toMatchObject({ branch: 'try', builder: null })
  })
})
