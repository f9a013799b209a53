import { expect, test } from './fixtures.ts'
import { jobs, pushes } from './words.ts'

test('just after the server’s midnight, today holds what began before it and says since when', async ({
  page,
  app,
  wire,
}) => {
  const now = Date.parse('2015-07-17T00:20:00-07:00') / 1000
  await page.clock.setSystemTime(now * 1000)
  await wire.order({ now })
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  await expect(page.getByText('Fri 17 Jul 2015', { exact: true })).toBeVisible()
  // The oldest stand last.
  await pushes(page).first().focus()
  await page.keyboard.press('End')
  await expect(
    jobs(page)
      .getByText(/^began Thu 16 Jul 2015/)
      .first(),
  ).toBeVisible()
})
