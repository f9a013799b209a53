import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { ControlOrder, ControlState } from '../server/control.ts'

/** A running `npm run farm` and the hand on its control channel. */
export type FarmServer = {
  url: string
  order: (order: ControlOrder) => Promise<ControlState>
  state: () => Promise<ControlState>
  stop: () => Promise<void>
}

/** Starts the built farm on a free port. */
export async function startFarmServer(): Promise<FarmServer> {
  const program = spawn(process.execPath, ['dist/server/farm.js'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(program, 'exit')
  const url = await Promise.race([
    addressIn(program.stdout),
    ended.then(() => Promise.reject(new Error('The farm ended: is it built? (npm run build:server)'))),
  ])
  const ask = async (init?: RequestInit): Promise<ControlState> => {
    const response = await fetch(`${url}/__farm/`, init)
    // Both ends are ours; a refusal is shown as it stands.
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as ControlState
  }
  return {
    url,
    order: (order) =>
      ask({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(order) }),
    state: () => ask(),
    stop: async () => {
      program.kill()
      await ended
    },
  }
}

async function addressIn(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const address = /http:\/\/[\w.:[\]]+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('The farm printed no address')
}
