import type { Client } from '../client/client.ts'

let installed: Client | null = null

/** Puts the one client in place; the composition root does it before anything is asked. */
export const installApi = (client: Client): void => {
  installed = client
}

/** The client of this page. Throws where none was installed. */
export function api(): Client {
  if (installed === null) throw new Error('no client was installed')
  return installed
}
