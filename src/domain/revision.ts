/** 12 characters, lower case: what the server compares (contract surprise 35). Null stays null. */
export const shortRevision = (revision: string): string => revision.slice(0, 12).toLowerCase()

/** Whether two spellings, of 12 or 40 characters, name one changeset. */
export const sameRevision = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && shortRevision(one) === shortRevision(other)
