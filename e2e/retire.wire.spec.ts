import { serve } from '../server/serve.ts'
import { staticFiles } from '../server/staticFiles.ts'
import { expect, test } from './fixtures.ts'

test('the live build takes away the service worker that a demo left on its origin', async ({ page }) => {
  const [demo, live] = [staticFiles('dist/demo'), staticFiles('dist/live')]
  let build = demo
  const service = await serve({ host: '127.0.0.1', port: 0, handlers: [(...asked) => build(...asked)] })
  const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)

  await page.goto(`${service.url}/settings`)
  await expect(page.getByRole('button', { name: 'Demo farm' })).toBeVisible()
  expect(await workers()).toBe(1)

  build = live
  await page.goto(`${service.url}/settings`)
  await expect.poll(() => workers().catch(() => 'loading again')).toBe(0)
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller === null).catch(() => 'loading again'))
    .toBe(true)
  await service.close()
})
