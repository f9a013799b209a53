/** The farm takes any whole number; beyond this it is a slip of the hand. */
export const PRIORITY_LIMIT = 1_000
