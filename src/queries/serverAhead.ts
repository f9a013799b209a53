import { serverNowMs } from './serverClock.ts'

/** By how many seconds the server's clock is ahead of ours, as far as answers have told. */
export const serverAhead = (): number => (serverNowMs() - Date.now()) / 1000
