/**
 * The policy on everything we serve: our own files and nothing else, no inline code, no frames.
 * Only the dev server passes anything: a nonce for what hot reload writes into the page, and its socket.
 */
export function contentSecurityPolicy(dev: { nonce: string; connect: string } | null = null): string {
  const nonce = dev ? ` 'nonce-${dev.nonce}'` : ''
  const connect = dev ? ` ${dev.connect}` : ''
  return [
    "default-src 'none'",
    `script-src 'self'${nonce}`,
    `style-src 'self'${nonce}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${connect}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Set on every answer, the errors and the proxied ones included. */
export const securityHeaders = {
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const
