import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { installActions } from './actions/outbox.ts'
import { createClient } from './client/client.ts'
import type { ActionRecord } from './domain/action.ts'
import { installApi } from './queries/api.ts'
import { keys } from './queries/keys.ts'
import { createQueryClient } from './queries/queryClient.ts'
import { serverNowMs } from './queries/serverClock.ts'
import { showSeen } from './queries/showSeen.ts'
import { installTabs, outdated } from './queries/sharing.ts'
import { installClock } from './ui/clock.ts'

/** Where the API lives, as the page says: a path of this origin. */
function apiBase(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="self-serve-api"]')?.content ?? '/buildapi'
}

/** Puts the rooms together, once, before the first render: the client, what asks through it, and the outbox. */
export function compose(): QueryClient {
  const client = createClient({ base: apiBase() })
  const queryClient = createQueryClient()
  installApi(client)
  installTabs(queryClient)
  installClock(serverNowMs)
  installActions({
    client,
    onLogged: (record) => forgetOne(queryClient, keys.jobLog(), record),
    onEffect: (record) => {
      forget(queryClient, record)
      if (record.steps.at(-1)?.phase === 'seen') void showSeen(queryClient, record)
    },
  })
  return queryClient
}

/** What an action has changed is asked for anew; the day list is not, since the server would give its old copy again. */
function forget(queryClient: QueryClient, record: ActionRecord): void {
  const { plan, subject } = record
  const { branch } = plan
  const changed = [
    keys.queueSource(branch, null, 'pending'),
    keys.queueSource(branch, null, 'running'),
    keys.jobLog(),
    ...subject.requestIds.map((id) => keys.request(branch, id)),
    ...(subject.buildId === null ? [] : [keys.build(branch, subject.buildId)]),
  ]
  for (const queryKey of changed) forgetOne(queryClient, queryKey, record)
}

function forgetOne(queryClient: QueryClient, queryKey: QueryKey, { steps }: ActionRecord): void {
  outdated(queryKey, steps.at(-1)?.at ?? 0)
  void queryClient.invalidateQueries({ queryKey })
}
