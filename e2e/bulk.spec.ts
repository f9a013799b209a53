import type { BrowserContext, Locator, Page } from '@playwright/test'
import type { FarmServer } from './farmServer.ts'
import { expect, test } from './fixtures.ts'
import type { App } from './fixtures.ts'
import { bulkBar, filterBy, jobRows, pickJobs, pushes } from './words.ts'

/** Counts writes: those that leave the browser, and, where a farm stands behind the wire, those that arrived there. */
function countWrites(context: BrowserContext, farm: FarmServer | null, method: 'DELETE' | 'POST', endpoints: string[]) {
  let left = 0
  context.on('request', (request) => {
    if (request.method() === method && request.url().includes('/self-serve/')) left++
  })
  return async (): Promise<number> => {
    if (farm) {
      const { wireWrites } = await farm.state()
      expect(endpoints.reduce((sum, endpoint) => sum + (wireWrites[endpoint] ?? 0), 0)).toBe(left)
    }
    return left
  }
}
const cancels = ['cancelRequest', 'cancelBuild']

/** Goes on second by second, each of which lets one write leave, until so many have. */
async function untilSent(app: App, bar: Locator, sent: number): Promise<void> {
  await expect(async () => {
    const text = await bar.innerText()
    if (!text.includes(`${sent} of `)) await app.pass(1)
    await expect(bar).toContainText(`${sent} of `, { timeout: 200 })
  }).toPass({ timeout: 40_000, intervals: [0] })
}

/** Asks to cancel what is selected, past its preview. */
async function cancelSelected(page: Page): Promise<void> {
  await bulkBar(page).getByRole('button', { name: 'Cancel selected' }).click()
  const preview = page.getByRole('alertdialog', { name: /^Cancel \d+ jobs/ })
  const typed = preview.getByRole('textbox', { name: /^Type .* to confirm$/ })
  if (await typed.isVisible()) {
    const word = /Type (\S+) to confirm/.exec((await preview.innerText()).replaceAll('\n', ' '))?.[1] ?? ''
    await typed.fill(word)
  }
  await preview.getByRole('button', { name: /^Cancel \d+ jobs$/ }).click()
  await expect(preview).toBeHidden()
}

test('forty jobs of two platforms are cancelled, and stopped at twelve', async ({ page, app, context, farmServer }) => {
  const sent = countWrites(context, farmServer, 'DELETE', cancels)
  await app.open('/try', { scenario: 'busy' })
  await filterBy(page, 'platform:linux,windows state:pending,running')
  await pickJobs(page, 40)
  await bulkBar(page).getByRole('button', { name: 'Cancel selected' }).click()
  const preview = page.getByRole('alertdialog', { name: /^Cancel 40 jobs/ })
  await expect(preview.getByRole('heading', { name: 'Also hit' })).toBeVisible()
  await expect(preview).toContainText('pending')
  await expect(preview).toContainText('machine time lost')
  await preview.getByRole('button', { name: 'Keep running' }).click()
  await expect(bulkBar(page)).toContainText('40 selected')

  await cancelSelected(page)
  expect(await sent()).toBe(0)
  await app.pass(5)
  await untilSent(app, bulkBar(page), 12)
  await bulkBar(page).getByRole('button', { name: 'Stop' }).click()
  await expect(bulkBar(page).getByRole('button', { name: 'Stop' })).toBeHidden()
  for (let second = 0; second < 5; second++) await app.pass(4)
  expect(await sent()).toBe(12)

  const notSent = jobRows(page).filter({ has: page.getByText('not sent') })
  await expect(notSent.first()).toBeVisible()
})

test('a reload in mid-bulk sends nothing more until somebody resumes', async ({ page, app, context, farmServer }) => {
  const sent = countWrites(context, farmServer, 'DELETE', cancels)
  await app.open('/try')
  await filterBy(page, 'state:pending,running')
  await pickJobs(page, 6)
  await cancelSelected(page)
  await app.pass(5)
  await untilSent(app, bulkBar(page), 2)
  await page.reload()
  await expect(pushes(page).first()).toBeVisible()
  const before = await sent()
  for (let second = 0; second < 5; second++) await app.pass(4)
  expect(await sent()).toBe(before)

  await page.getByRole('button', { name: /^Activity/ }).click()
  const entry = page
    .getByRole('region', { name: 'Activity' })
    .getByRole('listitem')
    .filter({ hasText: 'Cancel 6 jobs' })
  await expect(entry.first()).toContainText('not sent')
  await entry.first().getByRole('button', { name: 'Resume' }).click()
  await expect(async () => {
    await app.pass(1)
    expect(await sent()).toBe(6)
  }).toPass({ timeout: 30_000, intervals: [300] })
})

test('two tabs that ask for the same jobs never make it happen twice', async ({ page, app, context, farmServer }) => {
  const sent = countWrites(context, farmServer, 'POST', ['rebuildBuild'])
  await app.open('/try?q=result%3Afailure')
  const other = await context.newPage()
  await other.clock.install()
  await other.goto(page.url())
  for (const tab of [page, other]) await pickJobs(tab, 4)
  for (const tab of [page, other]) {
    await bulkBar(tab).getByRole('button', { name: 'Rebuild selected' }).click()
    const preview = tab.getByRole('alertdialog', { name: /^Rebuild 4 jobs/ })
    await preview.getByRole('button', { name: 'Rebuild 4 jobs' }).click()
    await expect(preview).toBeHidden()
  }
  for (let second = 0; second < 20; second++) {
    await app.pass(1)
    await other.clock.fastForward(1_000)
  }
  await expect.poll(sent).toBe(4)
  await other.getByRole('button', { name: /^Activity/ }).click()
  await expect(other.getByRole('region', { name: 'Activity' })).toContainText(/another tab asked for/i)
})
