import { expect, test } from './fixtures.ts'
import { expandFirst, filter, filterBy, jobRows, jobs, pushes, showing, shownOf } from './words.ts'

test('a day stands as pushes with their verdicts, and a push opens into its jobs, worst first', async ({
  page,
  app,
}) => {
  await app.open('/try')
  await expect(page.getByRole('heading', { level: 1, name: 'try' })).toBeVisible()
  await expect(pushes(page).first()).toBeVisible()
  await expect(
    jobs(page)
      .getByText(/^(Running|Passed|Settling|\d+ failed)/)
      .first(),
  ).toBeVisible()

  await filterBy(page, 'result:failure,success')
  await expandFirst(page)
  const names = await jobRows(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''))
  const words = names.map((name) => name.split(', ').at(1) ?? '')
  expect(words.length).toBeGreaterThan(0)
  expect(words).toEqual(words.toSorted((one, other) => Number(one === 'success') - Number(other === 'success')))
})

test('a filter narrows the list at once, lives in the address, and always tells how much it leaves', async ({
  page,
  app,
}) => {
  await app.open('/try?note=kept')
  await expect(showing(page)).toBeVisible()
  const all = await shownOf(page)
  expect(all.shown).toBe(all.total)

  await filterBy(page, 'mochitest -state:pending')
  const some = await shownOf(page)
  expect(some.shown).toBeGreaterThan(0)
  expect(some.shown).toBeLessThan(all.total)
  await expect(page).toHaveURL(/[?&]q=mochitest/)
  await expect(page).toHaveURL(/note=kept/)

  await page.reload()
  await expect(filter(page)).toHaveValue('mochitest -state:pending')
  await expect(showing(page)).toHaveText(/^showing [\d,]+ of/)
  expect((await shownOf(page)).shown).toBeLessThan(all.total)

  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await expect(filter(page)).toHaveValue('')
  await expect(page).not.toHaveURL(/[?&]q=/)
})

test('a filter that leaves nothing says so and offers the way out', async ({ page, app }) => {
  await app.open('/try')
  await filterBy(page, 'no such thing anywhere')
  await expect(page.getByText('No jobs match')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(pushes(page).first()).toBeVisible()
})

test('a failure outside the filter is named, never hidden', async ({ page, app }) => {
  await app.open('/try')
  await filterBy(page, 'result:success')
  const outside = jobs(page)
    .getByText(/outside this filter/)
    .first()
  await outside.scrollIntoViewIfNeeded()
  await expect(outside).toBeVisible()
})

test('back, forward and a pasted address restore the view', async ({ page, app }) => {
  await app.open('/try?q=state%3Arunning')
  await expandFirst(page)
  await expect(page).toHaveURL(/open=/)
  const pasted = page.url()
  const job = jobRows(page).first()
  const name = await job.getAttribute('aria-label')
  await job.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: /^Build/ })).toBeFocused()

  await page.goBack()
  await expect(filter(page)).toHaveValue('state:running')
  await expect(jobRows(page).first()).toHaveAttribute('aria-label', name ?? '')
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1, name: /^Build/ })).toBeVisible()

  await page.goto(pasted)
  await expect(filter(page)).toHaveValue('state:running')
  await expect(jobRows(page).first()).toBeVisible()
})

test('typing leaves one step in the history, and so does each day', async ({ page, app }) => {
  await app.open('/settings')
  await page.getByRole('link', { name: 'Queue' }).click()
  await filterBy(page, 'mochitest')
  await filterBy(page, 'mochitest state:running')
  await expect(page).toHaveURL(/state%3Arunning/)
  await page.getByRole('button', { name: 'Earlier' }).click()
  await expect(page).toHaveURL(/date=/)
  await page.goBack()
  await expect(page).not.toHaveURL(/date=/)
  await expect(filter(page)).toHaveValue('mochitest state:running')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('work of another branch that the server lets in is named', async ({ page, app }) => {
  await app.open('/try')
  await filterBy(page, 'comm-central')
  await expect(jobs(page).getByText('of try-comm-central').first()).toBeVisible()
})

test('days: earlier, later, today; and never one after the server’s today', async ({ page, app }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await app.open('/try?date=2099-01-01')
  await expect(pushes(page).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Later' })).toHaveAttribute('aria-disabled', 'true')
  expect(asked.filter((url) => url.includes('/buildapi/') && url.includes('2099'))).toEqual([])

  await page.getByRole('button', { name: 'Earlier' }).click()
  await expect(page).toHaveURL(/date=\d{4}-\d{2}-\d{2}/)
  await expect(
    pushes(page)
      .first()
      .or(page.getByText(/^No jobs on try on/)),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Today' }).click()
  await expect(page).not.toHaveURL(/date=/)
  await expect(pushes(page).first()).toBeVisible()
})

test('a day without jobs says so', async ({ page, app }) => {
  await app.open('/try?date=2001-01-01')
  await expect(page.getByText('No jobs on try on 2001-01-01')).toBeVisible()
})

test('a branch the server does not know gets a page that says so and offers the others', async ({ page, app }) => {
  await app.open('/nope')
  await expect(page.getByText(/knows no branch/)).toBeVisible()
  await page.getByRole('link', { name: 'try', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'try' })).toBeVisible()
  await expect(pushes(page).first()).toBeVisible()
})

test('so does a build of such a branch', async ({ page, app }) => {
  await app.open('/nope/build/5')
  await expect(page.getByText(/knows no branch/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'try', exact: true })).toBeVisible()
})

test('an address that is no page of ours says so', async ({ page, app }) => {
  await app.open('/try/nothing/here/at/all')
  await expect(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
})

test('markup in a builder’s name is text', async ({ page, app }) => {
  await app.open('/ash?q=%3Cb%3E')
  await expandFirst(page)
  await expect(jobRows(page).first()).toHaveAttribute('aria-label', /<b>/)
  await expect(jobs(page).locator('b', { hasText: 'bold' })).toHaveCount(0)
})

test('refreshing keeps the focus and what is open, and new pushes wait until they are asked for', async ({
  page,
  app,
}) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  await expandFirst(page)
  const focused = page.locator('[role=row]:focus')
  const before = await focused.getAttribute('data-key')
  await page.mouse.wheel(0, 400)
  // How often somebody pushes depends on the hour.
  const pill = page.getByRole('button', { name: /^\d+ new push/ })
  for (let minute = 0; minute < 150 && !(await pill.isVisible()); minute++) await app.pass(61)
  await expect(pill).toBeVisible()
  expect(await focused.getAttribute('data-key')).toBe(before)
  await page.getByRole('button', { name: /^\d+ new push/ }).click()
  await expect(page.getByRole('button', { name: /^\d+ new push/ })).toHaveCount(0)
})
