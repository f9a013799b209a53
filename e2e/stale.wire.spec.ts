import { expect, test } from './fixtures.ts'
import { alerts, expandFirst, filterBy, freshness, jobRows, openRunningBuild, pushes } from './words.ts'

const broken = [{ fault: 'dropBefore' as const, method: 'GET' }]

test('nothing to show and no answer: the cause, and a way on that works', async ({ page, app, wire }) => {
  await wire.order({ faults: [{ fault: 'dropBefore', endpoint: 'branchDay' }] })
  await app.open('/try')
  for (let tries = 0; tries < 4; tries++) await app.pass(31)
  const alert = alerts(page)
  await expect(alert).toContainText('Could not load try')
  await expect(alert).toContainText('Nothing is shown yet')
  await wire.order({ faults: [] })
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(async () => {
    await app.pass(16)
    await expect(pushes(page).first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000, intervals: [0] })
})

test('a refresh that fails clears nothing: it says since when, goes stale, and recovers', async ({
  page,
  app,
  wire,
}) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  await wire.order({ faults: broken })
  for (let minute = 0; minute < 5; minute++) await app.pass(61)
  await expect(alerts(page).first()).toContainText('Could not refresh try')
  await expect(freshness(page)).toContainText('stale')
  await expect(pushes(page).first()).toBeVisible()
  for (let minute = 0; minute < 7; minute++) await app.pass(61)
  await expect(page.getByText(/This page is .* old/)).toBeVisible()

  await wire.order({ faults: [] })
  await app.pass(61)
  await expect(alerts(page)).toHaveCount(0)
  await expect(freshness(page)).not.toContainText('stale')
})

test('a build keeps what it showed while its refreshes fail', async ({ page, app, wire }) => {
  await app.open('/try')
  const build = await openRunningBuild(page)
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  await wire.order({ faults: broken })
  for (let minute = 0; minute < 4; minute++) await app.pass(61)
  await expect(alerts(page).first()).toContainText(`Could not refresh build ${build}`)
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
})

test('running clocks run while the data are fresh, and stand still once they are stale', async ({
  page,
  app,
  wire,
}) => {
  await app.open('/try')
  await filterBy(page, 'state:running')
  await expandFirst(page)
  const ran = jobRows(page).first().getByRole('gridcell').nth(4)
  const first = await ran.innerText()
  await app.pass(7)
  await expect(ran).not.toHaveText(first)

  await wire.order({ faults: broken })
  for (let minute = 0; minute < 4; minute++) await app.pass(61)
  await expect(freshness(page)).toContainText('stale')
  const stopped = await ran.innerText()
  await app.pass(61)
  await expect(freshness(page)).toContainText(/[4-9] m ago/)
  await expect(ran).toHaveText(stopped)
})
