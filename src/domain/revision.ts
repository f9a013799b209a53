/** 12 characters, lower case: what the server compares (contract surprise 35). Null stays null. */
export const shortRevision = (revision: string): string => revision.slice(0, 12).toLowerCase()

/** Whether two spellings, of 12 or 40 characters, name one changeset. */
export const sameRevision = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && shortRevision(one) === shortRevision(other)

/** Whether a revision may stand in something that writes: the agent takes anything else as a pattern (surprise 19). */
export const isExactRevision = (revision: string): boolean => /^([0-9a-f]{12}|[0-9a-f]{40})$/i.test(revision)
