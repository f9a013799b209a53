import type { Failure, FailureKind } from '../contract/failure.ts'

type Text = { title: string; sentence: string }

/** Every failure in words. A record over all kinds, so that a new kind cannot stay without its sentence. */
const texts: Record<FailureKind, Text> = {
  offline: { title: 'No connection', sentence: 'The server could not be reached, or the connection broke.' },
  timeout: {
    title: 'No answer in time',
    sentence: 'The server did not answer in time; it may be busy, or its broker down.',
  },
  signedOut: {
    title: 'Not allowed',
    sentence: 'The server lets you read but not act: sign in, or ask for the right to.',
  },
  notFound: { title: 'Not found', sentence: 'The server knows nothing under this address.' },
  rejected: { title: 'Refused by the server', sentence: 'The server did not take what was asked.' },
  notLogged: { title: 'Not logged', sentence: 'The server could not write it into its log: nothing will happen.' },
  neverHandedOver: {
    title: 'Never handed over',
    sentence: 'The server logged it but could not hand it to its agent: it stays open and nobody will act on it.',
  },
  busy: { title: 'The server is busy', sentence: 'Something in front of the server turned us away for now.' },
  server: { title: 'The server failed', sentence: 'The server broke while it answered.' },
  redirected: {
    title: 'Sent elsewhere',
    sentence: 'The server sent us to another page, as it does when a login has expired.',
  },
  contract: {
    title: 'The answer can’t be read',
    sentence: 'The server answered something that is not what this address answers.',
  },
  unsayable: { title: 'Not sent', sentence: 'The server would misread this, so it was not sent.' },
  resting: { title: 'Resting', sentence: 'The server failed several times in a row: we ask again in a little while.' },
}

export const failureTitle = (failure: Pick<Failure, 'kind'>): string => texts[failure.kind].title

/** What happened, with the server's own words and the status where there are any. */
export function failureSentence({ kind, status, detail }: Pick<Failure, 'kind' | 'status' | 'detail'>): string {
  const { sentence } = texts[kind]
  // The browser tells no more than that.
  if (kind === 'offline') return sentence
  // What we refuse ourselves explains itself.
  if (kind === 'unsayable' && detail) return detail
  const code = status === null ? '' : ` (${status})`
  return detail ? `${sentence.replace(/\.$/, '')}${code}: “${detail}”` : `${sentence.replace(/\.$/, '')}${code}.`
}

/** Both in one line, for rows and toasts. */
export const failureText = (failure: Pick<Failure, 'kind' | 'status' | 'detail'>): string =>
  `${failureTitle(failure)}: ${failureSentence(failure)}`
