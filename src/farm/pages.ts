import { escapeHtml } from './json.ts'
import { wallClock } from './zone.ts'

/** The server's pages, in the shape they were recorded. */

const reasons: Record<number, string> = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 500: 'Server Error' }

/** The page an error becomes; `inside` is markup. */
export const errorPage = (
  status: number,
  inside: string,
): string => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
<head>
 <title>Server Error ${status}</title>
<!-- CSS Imports -->
<link rel="stylesheet" href="/error/style/black.css" type="text/css" media="screen" />

<!-- Favorite Icons -->
<link rel="icon" href="/error/img/favicon.ico" type="image/png" />

<style type="text/css">
        .red {
            color:#FF0000;
        }
        .bold {
            font-weight: bold;
        }
</style>
</head>

<body>
    <div id="container">
        ${inside}
    </div>
</body>
</html>
`

const explanations: Record<number, string> = {
  400: 'The server could not comply with the request since it is either malformed or otherwise incorrect.',
  403: 'Access was denied to this resource.',
  404: 'The resource could not be found.',
}

/** An error nobody wrote JSON for: 403, an unrouted 404, a 400 by abort, an uncaught exception (contract surprise 8). */
export function abortPage(status: number, detail: string): string {
  if (status === 500) {
    return errorPage(
      500,
      '\n    <html>\n    <head>\n    <title>Server Error</title>\n    \n    </head>\n    <body>\n    <h1>Server Error</h1>\n    An internal server error occurred\n    \n    </body>\n    </html>',
    )
  }
  return errorPage(
    status,
    `${status} ${reasons[status] ?? ''}\n\n${explanations[status] ?? ''}\n\n ${escapeHtml(detail)}  `,
  )
}

/** Stands for the server's HTML pages (tables, forms and scripts left out): right title, the data in a `<pre>`. */
export const dataPage = (title: string, pre: string, now: number): string => `
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
<html>
<head>
<title>${escapeHtml(title)}</title>
</head>
<body>

${pre}

Generated at ${wallClock(now)} in 0.0452s. All times are Mountain View, CA (US/Pacific).

</body>
</html>
`
