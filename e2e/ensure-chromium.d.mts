/** The path of a Chromium that is there, or null. */
export function findChromium(): string | null
