import type { Formed } from './forms.ts'

/** A row of a day list that no reader can take: wrong types, and words nobody knows. */
export const badRow =
  '{"build_id": "soon", "buildnumber": null, "status": "green", "starttime": "yesterday", "branch": 7, "buildername": ["?"], "requests": {}, "endtime": false, "claimed_by_name": 1, "revision": 5, "x_unknown": {"a": [1]}}'

const proxyPage = `<html>
<head><title>502 Proxy Error</title></head>
<body><h1>Proxy Error</h1>The proxy server received an invalid response from an upstream server.</body>
</html>
`

/**
 * Breaks every fourth JSON answer of an address, by turns: a proxy's page with a 200, or the answer cut in the middle.
 * Never two in a row, so that whoever asks again gets through. `visit`: how often it was asked before.
 */
export function spoil(formed: Formed, visit: number): Formed {
  if (visit % 4 !== 2) return formed
  if (visit % 8 === 2) return { ...formed, type: 'text/html', body: proxyPage }
  const { body } = formed
  return { ...formed, body: body.slice(0, Math.floor(body.length / 2)) }
}
