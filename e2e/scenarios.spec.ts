import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { App } from './fixtures.ts'
import {
  expandFirst,
  expandOwn,
  filterBy,
  freshness,
  goToRunningBuild,
  jobRows,
  openRunningBuild,
  pushes,
  showing,
} from './words.ts'

/** Each scenario's face, on the Queue and on a Build. */

test('calm: the queue is fresh and a build tells its timeline', async ({ page, app }) => {
  await app.open('/try', { scenario: 'calm' })
  await expect(freshness(page)).toContainText(/as of \d\d:\d\d:\d\d/)
  await openRunningBuild(page)
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  await expect(page.getByText('still running')).toBeVisible()
})

test('busy: 30,000 jobs, counted', async ({ page, app }) => {
  await app.open('/try', { scenario: 'busy' })
  await expect(showing(page)).toHaveText(/of (2[5-9]|3\d),\d{3} jobs/, { timeout: 30_000 })
  await openRunningBuild(page)
  await expect(page.getByText('still running')).toBeVisible()
})

test('huge: 100,000 jobs, counted and filtered', async ({ page, app }) => {
  await app.open('/try', { scenario: 'huge' })
  await expect(showing(page)).toHaveText(/of (9\d|1[01]\d),\d{3} jobs/, { timeout: 60_000 })
  await filterBy(page, 'mochitest-1')
  await expect(pushes(page).first()).toBeVisible()
  await openRunningBuild(page)
  await expect(page.getByText('still running')).toBeVisible()
})

test('garbage: a row that cannot be read is counted, the others stand', async ({ page, app }) => {
  await app.open('/try', { scenario: 'garbage' })
  await expect(page.getByText(/^\d+ rows? could not be read/)).toBeVisible({ timeout: 30_000 })
  await expect(pushes(page).first()).toBeVisible()
  await goToRunningBuild(page)
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible({ timeout: 30_000 })
})

test('slow: a skeleton that says it is busy, until the answer comes', async ({ page, app }) => {
  await app.open('/try', { scenario: 'slow' })
  await expect(page.locator('[aria-busy=true]')).toBeVisible()
  await expect(pushes(page).first()).toBeVisible({ timeout: 30_000 })
  await goToRunningBuild(page)
  await expect(page.locator('[aria-busy=true]')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible({ timeout: 30_000 })
})

test('signed out: everything reads, the first refusal makes the page read-only', async ({ page, app }) => {
  await app.open('/try', { scenario: 'signed-out' })
  await filterBy(page, 'state:running')
  await (await expandOwn(page)).getByRole('button', { name: 'Cancel' }).click()
  await app.pass(6)
  await expect(page.getByText('Read-only: sign in to act').first()).toBeVisible()
  await expect(jobRows(page).first().getByRole('button', { name: 'Rebuild', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await jobRows(page).first().getByRole('link').click()
  await expect(page.getByRole('button', { name: /^Cancel build/ })).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('note').getByText('Read-only: sign in to act')).toBeVisible()
})

test('infra storm: exceptions stand out by word and count', async ({ page, app }) => {
  await app.open('/try', { scenario: 'infra-storm' })
  await filterBy(page, 'result:exception')
  await expandFirst(page)
  await expect(jobRows(page).first()).toHaveAttribute('aria-label', /, exception/)
  await jobRows(page).first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: /^Build/ })).toBeVisible()
  await expect(page.getByRole('main').getByText('exception').first()).toBeVisible()
})

/** Cancels a running build from its row and lets the undo window pass; gives the row, which then stands on the Build page too. */
async function cancelFromRow(page: Page, app: App): Promise<Locator> {
  await filterBy(page, 'state:running')
  const href = await (await expandOwn(page)).getByRole('link').getAttribute('href')
  const row = jobRows(page).filter({ has: page.locator(`a[href="${href}"]`) })
  await row.getByRole('button', { name: 'Cancel' }).click()
  await app.pass(6)
  return row
}

test('broker down: what was asked was never handed over', async ({ page, app }) => {
  await app.open('/try', { scenario: 'broker-down' })
  const row = await cancelFromRow(page, app)
  await expect(row).toContainText('never handed over')
  await row.getByRole('link').click()
  await expect(page.getByRole('main').getByText('never handed over').first()).toBeVisible()
  // An error is not only announced: it stays until it is put away.
  await app.pass(60)
  await expect(page.getByRole('alert').getByText(/never handed over/)).toBeVisible()
})

test('agent dead: what was asked is accepted, and nothing more', async ({ page, app }) => {
  await app.open('/try', { scenario: 'agent-dead' })
  const row = await cancelFromRow(page, app)
  await expect(row).toHaveAttribute('aria-label', /, running, cancel accepted$/)
  await row.getByRole('link').click()
  await expect(page.getByRole('main').getByText('the agent has not answered').first()).toBeVisible()
  await app.pass(120)
  await expect(page.getByRole('main').getByText('accepted', { exact: true }).first()).toBeVisible()
})

test('an unknown build says so, and keeps the way back', async ({ page, app }) => {
  await app.open('/try/build/999999999')
  await expect(page.getByText('No build 999999999 on try')).toBeVisible()
  await app.open('/try/build/abc')
  await expect(page.getByText('No such build')).toBeVisible()
  await app.open('/try/request/999999999')
  await expect(page.getByText('No request 999999999 on try')).toBeVisible()
  await app.open('/jobs/999999999')
  await expect(page.getByText('No such job')).toBeVisible()
})
