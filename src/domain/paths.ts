/** First words that are pages of ours, also where the page is still to come; a branch with such a name is `/~name`. */
export const reservedWords = ['branches', 'nightlies', 'queue', 'jobs', 'reports', 'settings', 'help', 'me'] as const

const reserved: ReadonlySet<string> = new Set(reservedWords)

/** Every address of the app, as the router's patterns. Paths mirror the API's: `/try/build/5`. */
export const patterns = {
  home: '/',
  log: '/jobs',
  job: '/jobs/:job',
  settings: '/settings',
  help: '/help',
  queue: '/:branch',
  build: '/:branch/build/:build',
  request: '/:branch/request/:request',
  push: '/:branch/rev/:revision',
} as const

const segment = (branch: string): string =>
  encodeURIComponent(reserved.has(branch) || branch.startsWith('~') ? `~${branch}` : branch)

/** Addresses, filled. Names are encoded; ids are the farm's. */
export const paths = {
  home: () => '/',
  settings: () => '/settings',
  help: () => '/help',
  log: () => '/jobs',
  job: (job: number) => `/jobs/${job}`,
  queue: (branch: string) => `/${segment(branch)}`,
  build: (branch: string, build: number) => `/${segment(branch)}/build/${build}`,
  request: (branch: string, request: number) => `/${segment(branch)}/request/${request}`,
  push: (branch: string, revision: string) => `/${segment(branch)}/rev/${revision}`,
}

/** The branch a `:branch` parameter names: `~jobs` is the branch called "jobs". */
export const branchOf = (parameter: string): string => (parameter.startsWith('~') ? parameter.slice(1) : parameter)

/** A positive whole id of the address, or null when it is not one. */
export const idOf = (parameter: string | undefined): number | null =>
  parameter !== undefined && /^\d{1,15}$/.test(parameter) ? Number(parameter) : null
