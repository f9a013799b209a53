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
