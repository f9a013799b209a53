import { expect, test } from './fixtures.ts'
import { expandOwn, filterBy, passUntil } from './words.ts'

test('a build links what was rebuilt of it, and that links back', async ({ page, app }) => {
  await app.open('/try')
  await filterBy(page, 'result:failure')
  await (await expandOwn(page)).getByRole('link').first().click()
  const heading = page.getByRole('heading', { level: 1, name: /^Build \d+$/ })
  await expect(heading).toBeVisible()
  const name = (await heading.innerText()).replace('B', 'b')
  await page.getByRole('button', { name: 'Rebuild', exact: true }).click()
  const rebuilds = page.getByRole('region', { name: 'Rebuilds' })
  await passUntil(app, page.getByRole('main'), /acted on|seen/)
  // The server keeps the list of a push for two minutes, and it is asked for once a minute.
  await app.pass(130)
  await app.pass(70)
  await expect(rebuilds).toContainText(/rebuilt by .+ \d\d:\d\d.* \(job \d+\)/)
  await expect(rebuilds).toContainText('this one')

  const made = rebuilds.getByRole('link', { name: /^build \d+$/ }).last()
  await passUntil(app, made, /build/)
  await expect(rebuilds.getByRole('link', { name, exact: true })).toHaveCount(0)
  await made.click()
  await expect(heading).not.toHaveText(name.replace('b', 'B'))
  const back = rebuilds.getByRole('link', { name, exact: true }).first()
  await expect(back).toBeVisible()
  await back.click()
  await expect(heading).toHaveText(name.replace('b', 'B'))
})
