import { birth, expect, test } from './fixtures.ts'
import { alerts } from './words.ts'

test('a log that cannot be read says why, and comes when it can', async ({ page, app, wire }) => {
  await wire.order({ faults: [{ fault: 'dropBefore', endpoint: 'jobRequests' }] })
  await app.open('/jobs')
  await expect(alerts(page)).toContainText('Could not load the self-serve log', { timeout: 20_000 })
  await wire.order({ faults: [] })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await expect(alerts(page)).toHaveCount(0)
})

test('a refresh that fails keeps what was read, and so do older entries that do not come', async ({
  page,
  app,
  wire,
}) => {
  await app.open('/jobs', { scenario: 'busy' })
  const rows = page.getByRole('row')
  await expect(rows).toHaveCount(101, { timeout: 30_000 })
  await wire.order({ faults: [{ fault: 'dropBefore', endpoint: 'jobRequests' }] })
  await page.getByRole('button', { name: 'Older entries' }).click()
  await expect(alerts(page)).toContainText('Could not refresh older entries', { timeout: 20_000 })
  await expect(rows).toHaveCount(101)
  await wire.order({ faults: [] })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(rows).toHaveCount(201)
})

test('ages are told by the server’s clock, whatever ours says', async ({ page, app, wire }) => {
  await wire.order({ now: birth + 7_200, scenario: 'calm', seed: 1 })
  await app.open('/jobs')
  await expect(page.getByRole('row').nth(1)).toContainText(/^11 m/)
})
