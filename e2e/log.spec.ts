import type { Locator, Page } from '@playwright/test'
import { expectClean } from './axe.ts'
import type { App } from './fixtures.ts'
import { expect, test } from './fixtures.ts'
import { activity, openRunningBuild, passUntil, pushes } from './words.ts'

const log = (page: Page): Locator => page.getByRole('table', { name: /^Self-serve log/ })
const entries = (page: Page): Locator =>
  log(page)
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') })
const counted = (page: Page): Locator => page.getByText(/^showing [\d,]+ of [\d,]+ entries/)

/** Every entry that is shown says so. */
async function expectEach(page: Page, text: string | RegExp): Promise<void> {
  await expect(entries(page).filter({ hasNotText: text })).toHaveCount(0)
  await expect(entries(page).first()).toBeVisible()
}

/** The numbers of "showing n of m entries", held against the rows. */
async function expectCounted(page: Page): Promise<{ shown: number; total: number }> {
  const [shown = 0, total = 0] = [...(await counted(page).innerText()).matchAll(/[\d,]+/g)].map(([digits]) =>
    Number(digits.replaceAll(',', '')),
  )
  await expect(entries(page)).toHaveCount(shown)
  return { shown, total }
}

/** Cancels a running build and waits until the agent has acted. Gives the build and its entry in the drawer. */
async function cancelOne(page: Page, app: App): Promise<{ build: string; entry: Locator }> {
  await app.open('/try')
  const build = await openRunningBuild(page)
  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  const entry = await activity(page, `Cancel build ${build}`)
  await entry.getByRole('button', { name: 'Send now' }).click()
  await passUntil(app, entry, 'acted on')
  return { build, entry }
}

test('the log tells who asked for what, newest first, and links the builds that are known', async ({ page, app }) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Self-serve log' })).toBeVisible()
  await expect(entries(page).first()).toContainText('bob@example.org')
  await expect(entries(page).first()).toContainText('rebuild ×3, priority 5')
  await expect(entries(page).first()).toContainText('did it')
  const { shown, total } = await expectCounted(page)
  expect(shown).toBe(total)
  await expect(page.getByText('This is the whole log.')).toBeVisible()

  await entries(page).first().getByRole('link', { name: 'Linux x86-64 try build' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Build \d+$/ })).toBeVisible()
})

test('a visit that knows no branch says so with a question, and does not guess', async ({ page, app }) => {
  await app.open('/jobs')
  await expect(entries(page).first()).toContainText(/build \d+\s*on try\?/)
  await expect(
    entries(page)
      .first()
      .getByRole('link', { name: /^build \d+ on try\?$/ }),
  ).toBeVisible()
})

test('what is open for more than five minutes is probably orphaned, by the server’s clock', async ({ page, app }) => {
  await app.open('/jobs')
  await expect(page.getByText(/^3 open, 3 of them probably orphaned, the oldest since/)).toBeVisible()
  await expect(page.getByText(/never handed over: the message broker was down/)).toBeVisible()
  await page.getByRole('button', { name: 'Open only' }).click()
  await expect(entries(page)).toHaveCount(3)
  await expectEach(page, 'probably orphaned')
})

test('filters combine, stand in the address, count true, and are cleared', async ({ page, app }) => {
  await app.open('/jobs')
  const { total } = await expectCounted(page)
  await page.getByLabel('Who', { exact: true }).selectOption('carol@example.com')
  await expect(page).toHaveURL(/who=carol%40example\.com/)
  await expectEach(page, 'carol@example.com')
  const carol = await expectCounted(page)
  expect(carol.shown).toBeLessThan(total)

  await page.getByLabel('Action', { exact: true }).selectOption('rebuild')
  await expect(page).toHaveURL(/action=rebuild/)
  await expectEach(page, /carol.*rebuild/s)
  const rebuilds = await expectCounted(page)
  expect(rebuilds.shown).toBeLessThan(carol.shown)
  expect(rebuilds.total).toBe(total)

  await page.getByLabel('Outcome', { exact: true }).selectOption('refused')
  await expect(page.getByText('No entries match')).toBeVisible()
  await expect(counted(page)).toHaveText(`showing 0 of ${total} entries`)
  await page.goBack()
  await expect(page).not.toHaveURL(/outcome/)
  await expect(entries(page)).toHaveCount(rebuilds.shown)

  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(entries(page)).toHaveCount(total)
  await expect(page).not.toHaveURL(/who=|action=/)
})

test('a link with a filter shows just that, and keeps what it does not know', async ({ page, app }) => {
  await app.open('/jobs?who=carol&outcome=open&from=chat')
  await expect(counted(page)).toContainText('showing')
  await expectEach(page, 'the agent has not answered')
  await page.getByRole('button', { name: 'Open only' }).click()
  await expect(page).toHaveURL(/who=carol/)
  await expect(page).toHaveURL(/from=chat/)
})

test('an outcome is asked for in any case, and one that is none is said', async ({ page, app }) => {
  await app.open('/jobs?outcome=OPEN')
  await expect(page.getByLabel('Outcome', { exact: true })).toHaveValue('open')
  await expect(entries(page)).toHaveCount(3)
  await app.open('/jobs?outcome=bogus')
  await expect(page.getByText('No such outcome: bogus.')).toBeVisible()
  await expect(page.getByLabel('Outcome', { exact: true })).toHaveValue('bogus')
  await expect(counted(page)).toContainText(/^showing 0 of/)
})

test('older entries come on demand, and the newest stay', async ({ page, app }) => {
  await app.open('/jobs', { scenario: 'busy' })
  await expect(entries(page)).toHaveCount(100, { timeout: 30_000 })
  await expect(page.getByText(/ open of the newest 100\b/)).toBeVisible()
  const newest = await entries(page).first().innerText()
  await page.getByRole('button', { name: 'Older entries' }).click()
  await expect(entries(page)).toHaveCount(200)
  await expect(entries(page).first()).toContainText(newest.split('\n')[1] ?? '')
  await expect(counted(page)).toHaveText('showing 200 of 200 entries')
  await page.reload()
  await expect(entries(page)).toHaveCount(200, { timeout: 30_000 })
})

test('my own action is in it, marked, known as mine by the log’s own name for me', async ({ page, app }) => {
  await app.open('/settings')
  await page.getByRole('textbox', { name: 'Your name' }).fill('somebody@example.org')
  await page.getByRole('textbox', { name: 'Your name' }).blur()
  const { build } = await cancelOne(page, app)
  await expect(page.getByRole('link', { name: /^You: / })).not.toHaveAccessibleName('You: somebody@example.org')

  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 1, name: 'Self-serve log' })).toBeVisible()
  // Others may have asked for something of the same build before.
  const mine = entries(page)
    .filter({ hasText: `build ${build}` })
    .first()
  await expect(mine).toContainText('(you)')
  await expect(mine).toContainText('cancel this build')
  await page.getByRole('button', { name: 'Mine' }).click()
  await expectEach(page, '(you)')
  await expectCounted(page)

  await mine.getByRole('link', { name: /^job \d+$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Job \d+$/ })).toBeVisible()
  await expect(page.getByText('Asked from this browser')).toBeVisible()
  await page.getByRole('button', { name: 'Show in Activity' }).click()
  await expect(await activity(page, `Cancel build ${build}`)).toBeVisible()
  await page.getByRole('main').locator(`a[href="/try/build/${build}"]`).click()
  await expect(page.getByRole('heading', { level: 1, name: `Build ${build}` })).toBeVisible()
})

test('a job that was never handed over is explained on its page', async ({ page, app }) => {
  await app.open('/try', { scenario: 'agent-dead' })
  const build = await openRunningBuild(page)
  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  const entry = await activity(page, `Cancel build ${build}`)
  await entry.getByRole('button', { name: 'Send now' }).click()
  await expect(entry).toContainText('accepted')
  await entry.getByRole('button', { name: 'Details' }).click()
  await entry.getByRole('link', { name: /^Job \d+$/ }).click()
  await expect(page.getByRole('main').getByText('Nothing has happened yet.')).toBeVisible()
  await app.pass(360)
  await page.reload()
  await expect(page.getByRole('main')).toContainText('probably orphaned')
  await expect(page.getByText(/whoever asked was told 503/)).toBeVisible()
  await page.getByRole('link', { name: 'The whole log' }).click()
  await expect(entries(page).first()).toContainText('probably orphaned')
  await expect(page.getByText(/the agent itself may be down/)).toBeVisible()
})

test('what we know was never handed over is not called probably orphaned', async ({ page, app }) => {
  await app.open('/try', { scenario: 'broker-down' })
  const build = await openRunningBuild(page)
  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  const entry = await activity(page, `Cancel build ${build}`)
  await entry.getByRole('button', { name: 'Send now' }).click()
  await expect(entry).toContainText('never handed over')
  await page.keyboard.press('Escape')
  await app.pass(360)
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  const mine = entries(page)
    .filter({ hasText: `build ${build}` })
    .first()
  await expect(mine).toContainText('never handed over')
  await expect(mine).not.toContainText('orphaned')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing in the log', async ({ page, app }) => {
      await app.open('/jobs')
      await expect(entries(page).first()).toBeVisible()
      await expectClean(page)
    })

    test('axe finds nothing in the log on a phone, nor where no entry matches', async ({ page, app }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await app.open('/jobs')
      await page.getByRole('button', { name: 'Open only' }).click()
      await expect(entries(page)).toHaveCount(3)
      await expectClean(page)
      await page.getByLabel('Outcome', { exact: true }).selectOption('refused')
      await expect(page.getByText('No entries match')).toBeVisible()
      await expectClean(page)
    })
  })
}
