import type { QueryKey } from '@tanstack/react-query'

/** A list's sources and its table stand under one key, the table last of all: what is forgotten is forgotten together. */
const TABLE = 'table'

const queue = (branch: string, day: string | null) => ['queue', branch, day ?? 'today']
const push = (branch: string, revision: string) => ['push', branch, revision]

/** Names of what is asked. `day` is YYYY-MM-DD, or null for today. */
export const keys = {
  branches: () => ['branches'],
  queueSource: (branch: string, day: string | null, source: string) => [...queue(branch, day), source],
  queueTable: (branch: string, day: string | null) => [...queue(branch, day), TABLE],
  pushList: (branch: string, revision: string) => [...push(branch, revision), 'list'],
  pushTable: (branch: string, revision: string) => [...push(branch, revision), TABLE],
  isDone: (branch: string, revision: string) => ['isDone', branch, revision],
  build: (branch: string, build: number) => ['build', branch, build],
  request: (branch: string, request: number) => ['request', branch, request],
  builders: (branch: string) => ['builders', branch],
  pendingAll: () => ['pendingAll'],
  userWork: (branch: string, user: string) => ['user', branch, user],
  jobLog: () => ['jobs'],
  jobRequest: (job: number) => ['job', job],
} as const

export const isTableKey = (key: QueryKey): boolean => key.at(-1) === TABLE

/** What the table host calls a table. */
export const tableName = (key: QueryKey): string => JSON.stringify(key)
