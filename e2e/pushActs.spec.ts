import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { activity, filterBy, passUntil, pushes } from './words.ts'

/** Opens the page of the first push that the queue's filter leaves; gives its revision. */
async function openPush(page: Page, filter: string): Promise<string> {
  await expect(pushes(page).first()).toBeVisible()
  if (filter !== '') await filterBy(page, filter)
  const link = pushes(page)
    .getByRole('link', { name: /^[0-9a-f]{12}$/ })
    .first()
  const revision = await link.innerText()
  await link.click()
  await expect(page.getByRole('status', { name: 'Verdict' })).toBeVisible()
  return revision
}

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Selected job' })

/** Shows the matrix, and gives its links to jobs. */
async function matrixLinks(page: Page, revision: string): Promise<Locator> {
  await page.getByRole('radio', { name: 'Matrix' }).check()
  const links = page
    .getByRole('grid', { name: `Matrix of ${revision}` })
    .getByRole('gridcell')
    .getByRole('link')
  await expect(links.first()).toBeVisible()
  return links
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}

test('a job of the matrix opens beside it by keyboard, is walked, and gives focus back', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openPush(page, 'state:pending,running')
  const link = (await matrixLinks(page, revision)).first()
  const [builder = ''] = ((await link.getAttribute('aria-label')) ?? '').split(/, (?=\w+$)/)
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(panel(page)).toBeFocused()
  await expect(panel(page).getByRole('heading', { name: builder, exact: true })).toBeVisible()
  await expect(page).toHaveURL(/[?&]job=[br]\d+/)
  await expectClean(page)

  // What the address names is what a reload shows, and Back is the matrix alone.
  await page.reload()
  await expect(panel(page).getByRole('heading', { name: builder, exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(page).not.toHaveURL(/job=/)

  await link.focus()
  await page.keyboard.press('Enter')
  await expect(panel(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(link).toBeFocused()
})

test('previous and next walk what the filter leaves, without filling the history', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openPush(page, 'result:warnings,failure')
  const links = await matrixLinks(page, revision)
  const before = page.url()
  await links.first().click()
  await expect(panel(page)).toBeVisible()
  await expect(panel(page)).not.toBeFocused()
  await panel(page)
    .getByText(/^\d+ of \d+$/)
    .waitFor()
  const next = panel(page).getByRole('button', { name: 'Next job' })
  const place = async () =>
    Number(
      /^(\d+) of/.exec(
        await panel(page)
          .getByText(/^\d+ of \d+$/)
          .innerText(),
      )?.[1],
    )
  const from = await place()
  await next.click()
  await expect.poll(place).toBe(from + 1)
  await page.goBack()
  await expect(panel(page)).toBeHidden()
  await expect(page).toHaveURL(before)

  // A job that the filter hides is said to be hidden, and stays.
  await links.first().click()
  await page.getByRole('searchbox', { name: 'Filter jobs' }).fill('nothing like this')
  await expect(panel(page)).toContainText('The filter hides this job')
  await panel(page).getByRole('button', { name: 'Show all' }).click()
  await expect(panel(page)).not.toContainText('The filter hides this job')
})

test('a job that is gone is said to be gone, and the panel leads to the page of one that is there', async ({
  page,
  app,
}) => {
  await app.open('/try')
  const revision = await openPush(page, 'state:running')
  await (await matrixLinks(page, revision)).first().click()
  await panel(page)
    .getByRole('link', { name: /^(Build|request) \d+$/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /^(Build|Request) \d+$/ })).toBeVisible()
  await app.open(`/try/rev/${revision}?job=b1`)
  await expect(panel(page)).toContainText('This push has no such job')
})

test('the matrix is remembered, and an address that says list wins', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openPush(page, '')
  await matrixLinks(page, revision)
  await app.open('/try')
  const other = await openPush(page, 'state:running')
  await expect(page.getByRole('grid', { name: `Matrix of ${other}` })).toBeVisible()
  await app.open(`/try/rev/${other}?view=list`)
  await expect(page.getByRole('grid', { name: 'Jobs' })).toBeVisible()
})

test('what failed is rebuilt, each builder once, and shows as runs of the push', async ({ page, app }) => {
  await app.open('/try')
  await openPush(page, 'result:failure')
  await page.getByRole('button', { name: 'Rebuild failed' }).click()
  const preview = page.getByRole('alertdialog', { name: /^Rebuild \d+ failed jobs?$/ })
  await preview.getByRole('spinbutton', { name: 'Count' }).fill('2')
  await preview.getByRole('button', { name: /^Rebuild \d+ jobs$/ }).click()
  await expect(preview).toBeHidden()
  const strips = page.getByRole('region', { name: 'Rebuilds of several runs' })
  await expect(async () => {
    await app.pass(5)
    await expect(strips).toContainText(/of \d+ green/, { timeout: 200 })
  }).toPass({ timeout: 60_000, intervals: [0] })
  await expect(strips).toContainText(/rebuilt ×2 by/)
})

test('new builds are explained, and followed as something asked of the push', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openPush(page, 'state:running')
  await page.getByRole('button', { name: 'New build' }).click()
  const question = page.getByRole('alertdialog', { name: 'New build' })
  await expect(question).toContainText(/Likely \d+ builds/)
  await expect(question.getByRole('spinbutton')).toHaveCount(0)
  await question.getByRole('button', { name: 'Start new builds' }).click()
  const entry = await activity(page, `New build at ${revision}`)
  await passUntil(app, entry, 'seen')
})

test('PGO builds where the branch has none leave nothing to do', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openPush(page, 'state:running')
  await page.getByRole('button', { name: 'New PGO build' }).click()
  const question = page.getByRole('alertdialog', { name: 'New PGO build' })
  await expect(question).toContainText('No PGO builds ran on try in the last 60 days')
  await question.getByRole('button', { name: 'Start PGO builds' }).click()
  const entry = await activity(page, `New PGO build at ${revision}`)
  await passUntil(app, entry, 'nothing to do')
})

test('all nightlies start only for the revision typed', async ({ page, app }) => {
  await app.open('/mozilla-central')
  const revision = await openPush(page, '')
  await page.getByRole('button', { name: 'New nightly' }).click()
  const question = page.getByRole('alertdialog', { name: 'New nightly' })
  await expect(question.getByRole('button', { name: 'Close' })).toBeFocused()
  await expect(question).toContainText(/Likely \d+ nightlies/)
  const act = question.getByRole('button', { name: 'Start all nightlies' })
  await expect(act).toHaveAttribute('aria-disabled', 'true')
  await expectClean(page)
  const field = question.getByRole('textbox', { name: `Type ${revision} to confirm` })
  await field.fill('ffffffffffff')
  await expect(act).toHaveAttribute('aria-disabled', 'true')
  await field.fill(revision)
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  const entry = await activity(page, `New nightly at ${revision}`)
  await passUntil(app, entry, 'seen')
})

test('a job is added by the words of its builder, twice, each seen', async ({ page, app }) => {
  await app.open('/try')
  await openPush(page, 'state:running')
  await page.getByRole('button', { name: 'Add a job…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Add a job' })
  const act = question.getByRole('button', { name: /^Add \d+ jobs?$/ })
  await expect(act).toHaveAttribute('aria-disabled', 'true')
  const builder = question.getByRole('combobox', { name: 'Builder' })
  await builder.fill('debug mochitest-1')
  const options = question.getByRole('listbox', { name: 'Builders' }).getByRole('option')
  await expect(options.first()).toBeVisible()
  await expectClean(page)
  await builder.press('ArrowDown')
  const chosen = await options.and(page.locator('[aria-selected=true]')).innerText()
  await builder.press('Enter')
  await expect(builder).toHaveValue(chosen)
  await expect(question).toContainText('not told which build to test')
  await question.getByRole('spinbutton', { name: 'Count' }).fill('2')
  await act.click()
  await expect(question).toBeHidden()
  const batch = await activity(page, 'Add 2 jobs')
  await batch.getByRole('button', { name: 'Details' }).first().click()
  const runs = batch.getByRole('listitem').filter({ hasText: chosen })
  await expect(runs).toHaveCount(2)
  await expect(async () => {
    await app.pass(5)
    for (const run of await runs.all()) await expect(run).toContainText('seen', { timeout: 300 })
  }).toPass({ timeout: 40_000, intervals: [0] })
})

test('a name with a slash is refused before it is asked for', async ({ page, app }) => {
  await app.open('/try')
  await openPush(page, 'state:running')
  await page.getByRole('button', { name: 'Add a job…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Add a job' })
  await question.getByRole('combobox', { name: 'Builder' }).fill('linux/arm64 build')
  const act = question.getByRole('button', { name: 'Add 1 job' })
  await expect(act).toHaveAccessibleDescription('A name with a slash cannot be sent to this server')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } })

    test('the selected job stands above the matrix on a phone', async ({ page, app }) => {
      await app.open('/try')
      const revision = await openPush(page, 'state:running')
      const links = await matrixLinks(page, revision)
      await links.first().click()
      await expect(panel(page)).toBeInViewport()
      await expectClean(page)
      await panel(page).getByRole('button', { name: 'Close' }).click()
      await expect(links.first()).toBeFocused()
    })
  })
}
