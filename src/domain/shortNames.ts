/** `buildbot-master70.bb.releng.use1.mozilla.com:/builds/…/master` → `buildbot-master70`: what people call a master. */
export const shortMaster = (master: string): string => master.split(/[.:]/)[0] || master

/** A property's value as text: strings as they are, anything else as JSON (contract surprise 33: any type may come). */
export const valueText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
