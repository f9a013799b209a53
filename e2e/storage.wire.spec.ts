import { expect, test } from './fixtures.ts'
import { activity, openRunningBuild, passUntil } from './words.ts'

// The demo keeps its farm in the same storage, so this is a test for a farm behind HTTP.

test('where storage is denied, actions go on in memory, and Activity says so', async ({ page, app, wire }) => {
  await page.addInitScript(() => {
    for (const storage of ['indexedDB', 'localStorage'])
      Object.defineProperty(window, storage, {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
  })
  await app.open('/try')
  const build = await openRunningBuild(page)
  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  const entry = await activity(page, `Cancel build ${build}`)
  await expect(page.getByText('Kept only until this tab closes')).toBeVisible()
  await entry.getByRole('button', { name: 'Send now' }).click()
  await expect(entry).toContainText('accepted')
  await passUntil(app, entry, 'seen')
  expect(await wire.writes('cancelBuild')).toEqual({ acted: 1, arrived: 1 })
})
