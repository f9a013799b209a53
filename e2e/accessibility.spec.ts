import { expectClean } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { expandFirst, filterBy, openRunningBuild, pushes } from './words.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the queue, a push open and something asked for', async ({ page, app }) => {
      await app.open('/try')
      await expect(pushes(page).first()).toBeVisible()
      await expectClean(page)
      await filterBy(page, 'state:running')
      await expandFirst(page)
      await page.getByRole('button', { name: 'Cancel' }).first().click()
      await page.getByRole('button', { name: /^Activity/ }).click()
      await expectClean(page)
      await page.getByRole('button', { name: 'Rebuild…' }).first().click()
      await expect(page.getByRole('dialog', { name: 'Rebuild' })).toBeVisible()
      await expectClean(page)
    })

    test('no match, an unknown branch, a day without jobs', async ({ page, app }) => {
      await app.open('/try?q=nothing+like+this')
      await expect(page.getByText('No jobs match')).toBeVisible()
      await expectClean(page)
      await app.open('/nope')
      await expect(page.getByText(/knows no branch/)).toBeVisible()
      await expectClean(page)
      await app.open('/try?date=2001-01-01')
      await expect(page.getByText('No jobs on try on 2001-01-01')).toBeVisible()
      await expectClean(page)
    })

    test('a build, its request, the settings', async ({ page, app }) => {
      await app.open('/try')
      await openRunningBuild(page)
      await expect(page.getByText('worst first')).toBeVisible()
      await expectClean(page)
      await page
        .getByRole('link', { name: /^request \d+/ })
        .first()
        .click()
      await expect(page.getByRole('heading', { level: 1, name: /^Request/ })).toBeVisible()
      await expectClean(page)
      await app.open('/settings')
      await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
      await expectClean(page)
    })

    test('on a phone', async ({ page, app }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await app.open('/try')
      await expect(pushes(page).first()).toBeVisible()
      await expectClean(page)
      await openRunningBuild(page)
      await expectClean(page)
    })
  })
}
