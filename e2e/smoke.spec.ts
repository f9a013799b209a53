import { expect, test } from './fixtures.ts'

test('the app starts, under the policy, without an error', async ({ page, app }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await app.open('/try')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(/try|Self-Serve/)
  expect(errors).toEqual([])
})

test('help is in sight from everywhere, and is not the place where one says who one is', async ({ page, app }) => {
  await app.open('/try')
  await page.getByRole('link', { name: 'Help', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
  await page.getByRole('link', { name: 'You: not said yet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('on a phone the bar has two lines, however long the branch and whoever one is', async ({ page, app }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await app.open('/settings')
  await page.getByRole('textbox', { name: 'Your name' }).fill('somebody.of.long@example.org')
  await page.getByRole('textbox', { name: 'Your name' }).blur()
  await app.open('/mozilla-inbound')
  const bar = page.getByRole('banner')
  await expect(bar.getByRole('link', { name: /^You: somebody/ })).toBeVisible()
  await expect(bar.getByRole('link', { name: 'Help' })).toBeVisible()
  await expect(bar.getByText(/^as of/)).toBeVisible()
  const lines = await bar.locator('a, button').evaluateAll((all) => {
    const middles = all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => top + height / 2)
    return new Set(middles.map((middle) => Math.round(middle / 20))).size
  })
  expect(lines).toBeLessThanOrEqual(2)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('the policy is the strict one', async ({ page, app }) => {
  await app.open('/try')
  const response = await page.request.get('/try', { headers: { accept: 'text/html' } })
  expect(response.headers()['content-security-policy']).toContain(
    "default-src 'none'; script-src 'self'; style-src 'self';",
  )
})

test('an injected style element is refused, and would fail any test', async ({ page, app, policy }) => {
  await app.open('/try')
  await page.evaluate(() => {
    const style = document.createElement('style')
    style.textContent = 'body { color: red }'
    document.head.append(style)
  })
  // Once by the event, once on the console.
  await expect.poll(() => policy.length).toBe(2)
  expect(policy.splice(0).join()).toContain('style-src')
})
