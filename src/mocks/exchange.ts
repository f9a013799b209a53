import type { FarmAnswer, FarmAsk } from '../farm/farm.ts'

/**
 * A fetched request as the farm takes it, or null when it is not for the API.
 * `prefix` is the API's path on our origin, such as "/buildapi"; `now` in seconds since 1970.
 */
export async function toAsk(request: Request, prefix: string, now: number): Promise<FarmAsk | null> {
  const { pathname, search } = new URL(request.url)
  if (pathname !== prefix && !pathname.startsWith(`${prefix}/`)) return null
  return {
    method: request.method,
    url: pathname.slice(prefix.length) + search,
    headers: Object.fromEntries(request.headers),
    body: request.body ? new Uint8Array(await request.arrayBuffer()) : null,
    now,
  }
}

/** The farm's answer as `fetch` gives it. */
export function toResponse({ status, headers, body }: FarmAnswer): Response {
  const bodiless = status === 204 || status === 304
  return new Response(bodiless ? null : body, { status, headers })
}

/** Waits as long as the farm takes: milliseconds, or until the caller gives up. No timer at all for 0. */
export async function takeTime(delay: FarmAnswer['delay'], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  if (delay === 0) return
  await new Promise<void>((resolve, reject) => {
    const timer = delay === 'never' ? undefined : setTimeout(resolve, delay)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
