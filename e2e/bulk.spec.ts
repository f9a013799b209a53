import type { BrowserContext, Page } from '@playwright/test'
import type { FarmServer } from './farmServer.ts'
import { expect, test } from './fixtures.ts'
import type { App } from './fixtures.ts'
import { activity, bulkBar, filter, filterBy, jobRows, jobs, passUntil, pickJobs, pushes } from './words.ts'

/** Counts writes: those that leave the browser, and, where a farm stands behind the wire, those that arrive there. */
function countWrites(context: BrowserContext, farm: FarmServer | null, method: 'DELETE' | 'POST', endpoints: string[]) {
  let left = 0
  context.on('request', (request) => {
    if (request.method() === method && request.url().includes('/self-serve/')) left++
  })
  return {
    sent: () => left,
    arrived: async () => {
      if (!farm) return left
      const { wireWrites } = await farm.state()
      return endpoints.reduce((sum, endpoint) => sum + (wireWrites[endpoint] ?? 0), 0)
    },
  }
}
const cancels = ['cancelRequest', 'cancelBuild']

/** Goes on second by second, each of which lets one write leave, until at least so many have. */
async function untilSent(app: App, sent: () => number, wanted: number): Promise<void> {
  for (let left = sent(); left < wanted;) {
    await app.pass(1)
    await expect.poll(sent).toBeGreaterThan(left)
    left = sent()
  }
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
  const { sent, arrived } = countWrites(context, farmServer, 'DELETE', cancels)
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
  expect(await arrived()).toBe(0)
  await app.pass(5)
  await untilSent(app, sent, 12)
  await bulkBar(page).getByRole('button', { name: 'Stop' }).click()
  await expect(bulkBar(page).getByRole('button', { name: 'Stop' })).toBeHidden()
  // Twelve, and what a slow machine lets slip between the twelfth and the press.
  const stopped = sent()
  expect(stopped).toBeLessThan(15)
  for (let second = 0; second < 5; second++) await app.pass(4)
  expect(sent()).toBe(stopped)
  expect(await arrived()).toBe(stopped)
  await expect(await activity(page, 'Cancel 40 jobs')).toContainText(`${stopped} of 40 sent`)

  const notSent = jobRows(page).filter({ has: page.getByText('not sent') })
  await expect(notSent.first()).toBeVisible()
})

test('a reload in mid-bulk sends nothing more until somebody resumes', async ({ page, app, context, farmServer }) => {
  const { sent, arrived } = countWrites(context, farmServer, 'DELETE', cancels)
  await app.open('/try')
  await filterBy(page, 'state:pending,running')
  await pickJobs(page, 6)
  await cancelSelected(page)
  await app.pass(5)
  await untilSent(app, sent, 2)
  await page.reload()
  await expect(pushes(page).first()).toBeVisible()
  const told = page.getByRole('alert').getByText('It was not sent, and will not be.')
  await expect(told).toBeVisible()
  const before = sent()
  for (let second = 0; second < 5; second++) await app.pass(4)
  expect(await arrived()).toBe(before)

  await page.getByRole('button', { name: /^Activity/ }).click()
  const entry = page
    .getByRole('region', { name: 'Activity' })
    .getByRole('listitem')
    .filter({ hasText: 'Cancel 6 jobs' })
  await expect(entry.first()).toContainText('not sent')
  await entry.first().getByRole('button', { name: 'Resume' }).click()
  await expect(async () => {
    await app.pass(1)
    expect(await arrived()).toBe(6)
  }).toPass({ timeout: 30_000, intervals: [300] })
  await expect(told).toBeHidden()
})

test('two tabs that ask for the same jobs never make it happen twice', async ({ page, app, context, farmServer }) => {
  const { sent, arrived } = countWrites(context, farmServer, 'POST', ['rebuildBuild'])
  await app.open('/try?q=result%3Afailure')
  const other = await context.newPage()
  await other.clock.install({ time: await page.evaluate(() => Date.now()) })
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
  await expect.poll(arrived).toBe(4)
  expect(sent()).toBe(4)
  await other.getByRole('button', { name: /^Activity/ }).click()
  await expect(other.getByRole('region', { name: 'Activity' })).toContainText(/another tab asked for/i)
})

test('stop stays in reach where the filter shows nothing', async ({ page, app, context, farmServer }) => {
  const { sent, arrived } = countWrites(context, farmServer, 'DELETE', cancels)
  await app.open('/try')
  await filterBy(page, 'state:pending,running')
  await pickJobs(page, 6)
  await cancelSelected(page)
  await app.pass(5)
  await untilSent(app, sent, 1)
  await filter(page).fill('zzzz')
  await expect(jobs(page)).toBeHidden()
  await bulkBar(page).getByRole('button', { name: 'Stop' }).click()
  await expect(bulkBar(page)).toBeHidden()
  const stopped = sent()
  for (let second = 0; second < 3; second++) await app.pass(4)
  expect(await arrived()).toBe(stopped)
})

test('focus goes on from each control of the bar that goes when it is pressed', async ({ page, app }) => {
  await app.open('/try')
  await filterBy(page, 'state:pending,running')
  const bar = bulkBar(page)
  const button = (name: string | RegExp) => bar.getByRole('button', { name })
  await pickJobs(page, 2)
  await button(/^Select all/).press('Enter')
  await expect(button('Cancel selected')).toBeFocused()
  await button('Clear selection').press('Enter')
  await expect(bar).toBeHidden()
  await expect(jobs(page).locator('[role=row]:focus')).toBeVisible()

  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('X')
  const selected = await bar.getByText(/^[2-9] selected$/).innerText()
  await cancelSelected(page)
  await expect(button('Undo')).toBeFocused()
  await page.keyboard.press('Enter')
  // What was asked for is picked again, to be asked for otherwise.
  await expect(bar).toContainText(selected)
  await expect(button(/^Select all/)).toBeFocused()

  await cancelSelected(page)
  await button('Send now').press('Enter')
  await expect(button('Stop')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(bar).toBeHidden()
  await expect(jobs(page).locator('[role=row]:focus')).toBeVisible()
})

test('z takes back all that one press asked for', async ({ page, app, context, farmServer }) => {
  const { sent } = countWrites(context, farmServer, 'DELETE', cancels)
  await app.open('/try')
  await filterBy(page, 'state:pending,running')
  await pickJobs(page, 3)
  await cancelSelected(page)
  await page.keyboard.press('z')
  await expect(bulkBar(page)).toContainText('3 selected')
  await app.pass(10)
  const entry = await activity(page, 'Cancel 3 jobs')
  await expect(entry).toContainText('3 undone')
  expect(sent()).toBe(0)
})

/** Picks so many failed jobs and asks to rebuild them. */
async function rebuildFailed(page: Page, wanted: number): Promise<void> {
  await filterBy(page, 'result:failure')
  await pickJobs(page, wanted)
  await bulkBar(page).getByRole('button', { name: 'Rebuild selected' }).click()
  const preview = page.getByRole('alertdialog', { name: `Rebuild ${wanted} jobs` })
  await preview.getByRole('button', { name: `Rebuild ${wanted} jobs` }).click()
  await expect(preview).toBeHidden()
}

test('what is halted reads as halted, in the bar, on its rows and in the announcement', async ({ page, app }) => {
  await app.open('/try', { scenario: 'broker-down' })
  await rebuildFailed(page, 5)
  await expect(async () => {
    await app.pass(1)
    await expect(bulkBar(page)).toContainText('3 of 5 sent, 3 went wrong, halted', { timeout: 300 })
  }).toPass({ timeout: 40_000, intervals: [0] })
  await expect(page.getByRole('alert').filter({ hasText: 'Rebuild 5 jobs' })).toContainText(
    'Rebuild 5 jobs: halted, since three in a row went wrong: not sent unless you resume.',
  )
  await expect(jobRows(page).filter({ hasText: 'halted' }).first()).toBeVisible()
})

test('what nobody ever acts on is told as probably orphaned, and counts as a problem', async ({ page, app }) => {
  await app.open('/try', { scenario: 'agent-dead' })
  await rebuildFailed(page, 3)
  const entry = await activity(page, 'Rebuild 3 jobs')
  await passUntil(app, entry, '3 of 3 sent, 3 accepted')
  await expect(page.getByRole('radio', { name: 'Problems 0' })).toBeVisible()
  await app.pass(320)
  await expect(entry).toContainText('3 accepted (3 probably orphaned)')
  await expect(page.getByRole('radio', { name: 'Problems 1' })).toBeVisible()
  await expect(bulkBar(page)).toContainText('3 probably orphaned')
})
