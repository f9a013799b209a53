import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { activity, filterBy, passUntil, pushes } from './words.ts'

/** Opens the page of the first push that still has something to do, from the queue; gives its revision. */
async function openActivePush(page: Page): Promise<string> {
  await filterBy(page, 'state:pending,running')
  const link = pushes(page)
    .getByRole('link', { name: /^[0-9a-f]{12}$/ })
    .first()
  const revision = await link.innerText()
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: `Push ${revision}` })).toBeVisible()
  return revision
}

test('a push from the queue: verdict, jobs worst first, and what a filter leaves', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openActivePush(page)
  await expect(page).toHaveURL(new RegExp(`/try/rev/${revision}`))
  await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('running')
  const rows = page.getByRole('grid', { name: 'Jobs' }).locator('[role=row][aria-label]')
  const all = await rows.count()
  await page.getByRole('searchbox', { name: 'Filter jobs' }).fill('state:pending,running')
  await expect(page.getByRole('main').getByText(/^showing [\d,]+ of [\d,]+ jobs/)).toBeVisible()
  await expect(page).toHaveURL(/q=state/)
  await expect.poll(() => rows.count()).toBeLessThanOrEqual(all)
  await expect(rows.first()).toHaveAttribute('aria-label', /, (pending|running)/)
})

test('the matrix is one press away, is walked by arrows, and is kept in the address', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openActivePush(page)
  await page.getByRole('radio', { name: 'Matrix' }).check()
  await expect(page.getByRole('radio', { name: 'Matrix' })).toBeChecked()
  const matrix = page.getByRole('grid', { name: `Matrix of ${revision}` })
  await expect(
    matrix
      .getByRole('gridcell')
      .getByRole('link', { name: /, (pending|running)$/ })
      .first(),
  ).toBeVisible()
  const stop = matrix.locator('[tabindex="0"]')
  await expect(stop).toHaveCount(1)
  await stop.focus()
  await page.keyboard.press('Control+End')
  await expect(matrix.locator('[data-stop] > *').last()).toBeFocused()
  await page.keyboard.press('Control+Home')
  await expect(matrix.locator('[data-stop] > *').first()).toBeFocused()

  await page.reload()
  await expect(matrix).toBeVisible()
})

test('a cancel of a push is shown whole, typed, and followed', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openActivePush(page)
  await page.getByRole('button', { name: 'Cancel push' }).click()
  const guard = page.getByRole('alertdialog', { name: /^Cancel push/ })
  await expect(guard.getByRole('button', { name: 'Keep running' })).toBeFocused()
  const act = guard.getByRole('button', { name: /^Cancel \d+ jobs$/ })
  await expect(act).toHaveAttribute('aria-disabled', 'true')
  await guard.getByRole('textbox', { name: `Type ${revision} to confirm` }).fill(revision)
  await act.click()
  await expect(guard).toBeHidden()

  const entry = await activity(page, revision)
  await expect(entry).toContainText('queued')
  await passUntil(app, entry, /accepted|acted on|seen/)
})

test('a revision nobody knows says so', async ({ page, app }) => {
  await app.open('/try/rev/0123456789ab')
  await expect(page.getByRole('heading', { level: 1, name: 'Push 0123456789ab' })).toBeVisible()
  await expect(page.getByText('No jobs known at this revision')).toBeVisible()
})
