import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

// Why our servers close every connection: docs/decisions/0005-writes-close-the-connection.md

const answered = (page: Page) =>
  page.evaluate(async () => {
    await (await fetch('/buildapi/self-serve/branches?format=json')).text()
    const write = fetch('/buildapi/self-serve/try/build/1?format=json', { method: 'DELETE' })
    return write.then(
      () => true,
      () => false,
    )
  })

test('Chromium sends a write twice when a connection used before dies without an answer', async ({
  page,
  app,
  wire,
}) => {
  await app.open('/settings')
  await wire.order({ keepAlive: true, faults: [{ fault: 'dropAfter', endpoint: 'cancelBuild', times: 1 }] })
  // One fetch, and the page is told that all went well …
  expect(await answered(page)).toBe(true)
  // … but it came twice, and the farm has acted on both.
  const { requests } = await wire.state()
  const writes = requests.filter(({ endpoint }) => endpoint === 'cancelBuild')
  expect(writes).toHaveLength(2)
  expect(writes[0]?.connection).not.toBe(writes[1]?.connection)
  expect((await wire.writes('cancelBuild')).arrived).toBe(2)
})

test('on connections that are closed after each answer it sends it once, and the page hears of the loss', async ({
  page,
  app,
  wire,
}) => {
  await app.open('/settings')
  await wire.order({ faults: [{ fault: 'dropAfter', endpoint: 'cancelBuild', times: 1 }] })
  expect(await answered(page)).toBe(false)
  expect((await wire.writes('cancelBuild')).arrived).toBe(1)
})
