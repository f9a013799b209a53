import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const button = (page: Page) => page.getByRole('button', { name: 'Demo farm' })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Demo farm' })

/** What the farm in the page says, asked as any program in the page would; the farm stands when its button does. */
async function said(page: Page, path: string, method = 'GET') {
  await expect(button(page)).toBeVisible()
  return page.evaluate(
    async ([address = '', how = '']) => {
      const response = await fetch(`/buildapi${address}`, { method: how })
      const { status, headers } = response
      return { status, at: Date.parse(headers.get('date') ?? '') / 1000, text: await response.text() }
    },
    [path, method],
  )
}

/** The revisions that new builds were asked for at, newest first; what the agent has made of it meanwhile is no matter. */
const asked = async (page: Page): Promise<string[]> =>
  [...(await said(page, '/self-serve/jobs?format=json')).text.matchAll(/"revision": "([0-9a-f]{12})"/g)].map(
    ([, revision = '']) => revision,
  )

test('all tabs see one world, reloads too, until it is reset', async ({ page, context, app }) => {
  await app.open('/settings')
  expect(await said(page, '/self-serve/try/rev/aaaaaaaaaaaa?format=json', 'POST')).toMatchObject({ status: 202 })
  expect(await asked(page)).toContain('aaaaaaaaaaaa')
  const after = await asked(page)

  const second = await context.newPage()
  await second.goto('/settings')
  expect(await asked(second)).toEqual(after)
  expect(await said(second, '/self-serve/try/rev/bbbbbbbbbbbb?format=json', 'POST')).toMatchObject({ status: 202 })
  expect(await asked(second)).toEqual(['bbbbbbbbbbbb', ...after])
  expect(await asked(page)).toEqual(['bbbbbbbbbbbb', ...after])

  await page.reload()
  expect(await asked(page)).toEqual(['bbbbbbbbbbbb', ...after])

  await button(page).click()
  await panel(page).getByRole('button', { name: 'Reset world' }).click()
  await expect(panel(page)).toBeHidden()
  await expect.poll(() => asked(page)).not.toContain('aaaaaaaaaaaa')
})

test('the panel has the names by which anything outside may drive it', async ({ page, app }) => {
  await app.open('/settings')
  await button(page).click()
  await expect(panel(page).getByRole('combobox', { name: 'Scenario', exact: true })).toBeVisible()
  await expect(panel(page).getByLabel('Seed', { exact: true })).toBeVisible()
  await expect(panel(page).getByRole('button', { name: 'Advance 1 minute', exact: true })).toBeVisible()
  await expect(panel(page).getByRole('button', { name: 'Reset world', exact: true })).toBeVisible()
})

test('the panel picks the scenario, which stays', async ({ page, app }) => {
  await app.open('/settings', { scenario: 'calm' })
  await button(page).click()
  await expect(panel(page).getByRole('combobox', { name: 'Scenario' })).toHaveValue('calm')
  await panel(page).getByRole('combobox', { name: 'Scenario' }).selectOption('signed-out')
  await expect(page).toHaveURL(/settings$/)
  expect((await said(page, '/self-serve/try/rev/aaaaaaaaaaaa?format=json', 'POST')).status).toBe(403)
  await page.goto('/settings')
  expect((await said(page, '/self-serve/try/rev/aaaaaaaaaaaa?format=json', 'POST')).status).toBe(403)
  await page.goto('/settings?farm=calm')
  expect((await said(page, '/self-serve/try/rev/aaaaaaaaaaaa?format=json', 'POST')).status).toBe(202)
})

test('the panel moves the clock of the farm', async ({ page, app }) => {
  await app.open('/settings')
  const before = await said(page, '/pending?format=json')
  await button(page).click()
  await panel(page).getByRole('button', { name: 'Advance 1 minute' }).click()
  await expect(panel(page)).toContainText('1 min ahead')
  await panel(page).getByRole('button', { name: 'Close' }).click()
  expect((await said(page, '/pending?format=json')).at - before.at).toBeGreaterThanOrEqual(60)
})
