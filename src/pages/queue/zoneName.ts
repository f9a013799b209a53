/** The names people use for the farm's own zone; others as they are. */
const familiar = new Map([['America/Los_Angeles', 'US/Pacific']])

export const zoneName = (zone: string): string => familiar.get(zone) ?? zone
