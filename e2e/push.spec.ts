import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { App } from './fixtures.ts'
import { activity, filterBy, passUntil, pushes } from './words.ts'

/** Opens the page of the first push that still has something to do, from the queue; gives its revision. */
async function openActivePush(page: Page): Promise<string> {
  await filterBy(page, 'state:pending,running')
  const link = pushes(page)
    .getByRole('link', { name: /^[0-9a-f]{12}$/ })
    .first()
  const revision = await link.innerText()
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: `Push ${revision}` })).toBeVisible()
  return revision
}

test('a push from the queue: verdict, jobs worst first, and what a filter leaves', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openActivePush(page)
  await expect(page).toHaveURL(new RegExp(`/try/rev/${revision}`))
  await expect(page.getByRole('status', { name: 'Verdict' })).toContainText('running')
  const rows = page.getByRole('grid', { name: 'Jobs' }).locator('[role=row][aria-label]')
  const all = await rows.count()
  await page.getByRole('searchbox', { name: 'Filter jobs' }).fill('state:pending,running')
  await expect(page.getByRole('main').getByText(/^showing [\d,]+ of [\d,]+ jobs/)).toBeVisible()
  await expect(page).toHaveURL(/q=state/)
  await expect.poll(() => rows.count()).toBeLessThanOrEqual(all)
  await expect(rows.first()).toHaveAttribute('aria-label', /, (pending|running)/)
})

test('the matrix is one press away, is walked by arrows, and is kept in the address', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openActivePush(page)
  await page.getByRole('radio', { name: 'Matrix' }).check()
  await expect(page.getByRole('radio', { name: 'Matrix' })).toBeChecked()
  const matrix = page.getByRole('grid', { name: `Matrix of ${revision}` })
  await expect(
    matrix
      .getByRole('gridcell')
      .getByRole('link', { name: /, (pending|running)$/ })
      .first(),
  ).toBeVisible()
  const stop = matrix.locator('[tabindex="0"]')
  await expect(stop).toHaveCount(1)
  await stop.focus()
  await page.keyboard.press('Control+End')
  await expect(matrix.locator('[data-stop] > *').last()).toBeFocused()
  await page.keyboard.press('Control+Home')
  await expect(matrix.locator('[data-stop] > *').first()).toBeFocused()

  await page.reload()
  await expect(matrix).toBeVisible()
})

test('a cancel of a push is shown whole, typed, and followed', async ({ page, app }) => {
  await app.open('/try')
  const revision = await openActivePush(page)
  await page.getByRole('button', { name: 'Cancel push' }).click()
  const guard = page.getByRole('alertdialog', { name: /^Cancel push/ })
  await expect(guard.getByRole('button', { name: 'Keep running' })).toBeFocused()
  const act = guard.getByRole('button', { name: /^Cancel \d+ jobs$/ })
  await expect(act).toHaveAttribute('aria-disabled', 'true')
  await guard.getByRole('textbox', { name: `Type ${revision} to confirm` }).fill(revision)
  await act.click()
  await expect(guard).toBeHidden()

  const entry = await activity(page, revision)
  await expect(entry).toContainText('queued')
  await passUntil(app, entry, /accepted|acted on|seen/)

  // The server goes on with the list it had, and the page says so until it must show what was done.
  const late = page.getByRole('main').getByText(/^may not show yet what was acted on at/)
  await passUntil(app, page.getByRole('main'), /may not show yet what was acted on at/)
  await app.pass(130)
  await app.pass(70)
  await expect(late).toBeHidden()
})

test('a push of which all was cancelled before it started is told as gone, not as running', async ({ page, app }) => {
  const revision = 'abcdef012345'
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  for (const chunk of [1, 2]) {
    const path = `/buildapi/self-serve/try/builders/Android 4.0 Panda try opt test mochitest-${chunk}/${revision}`
    await page.evaluate((url) => fetch(url, { method: 'POST' }), path)
  }
  await app.pass(10)
  await page.goto(`/try/rev/${revision}`)
  await page.getByRole('button', { name: 'Cancel push' }).click()
  const guard = page.getByRole('alertdialog', { name: /^Cancel push/ })
  await guard.getByRole('textbox', { name: `Type ${revision} to confirm` }).fill(revision)
  await page.keyboard.press('Enter')
  await expect(guard).toBeHidden()
  await passUntil(app, await activity(page, revision), 'seen')
  await app.pass(130)
  await app.pass(70)
  await expect(page.getByText('No jobs known at this revision')).toBeVisible()
  await expect(page.getByText(/2 jobs of it waited: all were cancelled before they started/)).toBeVisible()
  await expect(page.getByRole('status', { name: 'Verdict' })).toBeHidden()
})

test('Back brings the filter back that the address had, and a filter is never half in it', async ({ page, app }) => {
  await app.open('/try')
  await openActivePush(page)
  const filter = page.getByRole('searchbox', { name: 'Filter jobs' })
  await page.getByRole('radio', { name: 'Matrix' }).check()
  await expect(page).toHaveURL(/view=matrix/)
  await filter.fill('state:running')
  await app.pass(1)
  await expect(page).toHaveURL(/q=state/)
  await page.goBack()
  await expect(page).not.toHaveURL(/q=state/)
  await expect(filter).toHaveValue('')
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked()
})

test('a push is copied as text for other places', async ({ page, app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.open('/try')
  const revision = await openActivePush(page)
  await page.getByRole('button', { name: 'Copy as…' }).click()
  await page.getByRole('menuitem', { name: 'Plain line' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(new RegExp(`^push ${revision} · try · .*\\d+ (running|pending).* · http.*/try/rev/${revision}$`))
})

test('a revision nobody knows says so', async ({ page, app }) => {
  await app.open('/try/rev/0123456789ab')
  await expect(page.getByRole('heading', { level: 1, name: 'Push 0123456789ab' })).toBeVisible()
  await expect(page.getByText('No jobs known at this revision')).toBeVisible()
})

type Row = { revision: string | null; submittime?: number; requests?: Row[] }

/** Pushes of a person that wait or run, by what the server tells of that person; the newest first. */
async function activePushesOf(page: Page, user: string): Promise<string[]> {
  const text = await page.evaluate(
    async (name) => (await fetch(`/buildapi/self-serve/try/user/${encodeURIComponent(name)}?format=json`)).text(),
    user,
  )
  // The farm's own answer, which recorded traffic holds to its shape.
  const { pending, running, builds } = JSON.parse(text) as { pending: Row[]; running: Row[]; builds: Row[] }
  const requestsOf = (rows: Row[]) => rows.flatMap(({ requests = [] }) => requests)
  const active = [...pending, ...requestsOf(running)]
  const submitted = new Map<string, number>()
  for (const { revision, submittime = 0 } of [...active, ...requestsOf(builds)]) {
    const push = revision?.slice(0, 12) ?? ''
    submitted.set(push, Math.min(submittime, submitted.get(push) ?? Infinity))
  }
  return [...submitted]
    .filter(([push]) => push !== '' && active.some(({ revision }) => revision?.startsWith(push)))
    .toSorted(([, one], [, other]) => other - one)
    .map(([push]) => push)
}

test('on a push of mine, older ones of mine that still use the farm are a press away', async ({ page, app }) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  const people = ['ann@example.com', 'bob@example.org', 'alice@example.com', 'carol@example.com', 'dave@example.org']
  let me = ''
  let mine: string[] = []
  for (const person of people) {
    const found = await activePushesOf(page, person)
    if (found.length > mine.length) [me, mine] = [person, found]
  }
  const [newest, older] = mine
  if (newest === undefined || older === undefined) throw new Error('Nobody has two active pushes')

  await page.goto(`/try/rev/${newest}`)
  await expect(page.getByRole('status', { name: 'Verdict' })).toBeVisible()
  const button = page.getByRole('button', { name: /older push(es)? of yours still uses? \d+ jobs?$/ })
  await expect(button).toBeHidden()

  await page.goto('/settings')
  await page.getByRole('textbox', { name: 'Your name' }).fill(me)
  await expect(page.getByRole('link', { name: `You: ${me}` })).toBeVisible()
  await page.goto(`/try/rev/${newest}`)
  await expect(button).toContainText(`${mine.length - 1} older push`)
  await button.click()
  await page.getByRole('menuitem', { name: older }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Push ${older}` })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel push' })).toBeVisible()
})

test('a push opened from a link can look up whom its builds serve before it is cancelled', async ({ page, app }) => {
  await app.open('/try')
  await openActivePush(page)
  await page.reload()
  await page.getByRole('button', { name: 'Cancel push' }).click()
  const guard = page.getByRole('alertdialog', { name: /^Cancel push/ })
  await expect(guard).toContainText('told by the queue of try, which is not loaded here')
  await guard.getByRole('button', { name: 'Load the queue of try' }).click()
  await expect(guard).not.toContainText('not loaded here')
  await expect(guard.getByRole('button', { name: /^Cancel \d+ jobs$/ })).toBeVisible()
})

/** Opens the push of the day that has most jobs, in one of its forms; gives its revision. */
async function openBiggestPush(page: Page, app: App, view: 'list' | 'matrix'): Promise<string> {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  const text = await page.evaluate(async () => (await fetch('/buildapi/self-serve/try?format=json')).text())
  const sizes = new Map<string, number>()
  for (const [, revision = ''] of text.matchAll(/"revision": ?"([0-9a-f]{12})/g))
    sizes.set(revision, (sizes.get(revision) ?? 0) + 1)
  const [[revision] = ['']] = [...sizes].toSorted(([, one], [, other]) => other - one)
  await app.open(`/try/rev/${revision}?view=${view}`)
  await expect(page.getByRole('grid')).toBeVisible()
  return revision
}

/** What has the focus, by its accessible name. */
const focused = (page: Page): Locator => page.locator(':focus')

test('in a long list keys go on past what is drawn', async ({ page, app }) => {
  await openBiggestPush(page, app, 'list')
  const grid = page.getByRole('grid', { name: 'Jobs' })
  const last = (await grid.getAttribute('aria-rowcount')) ?? ''
  expect(Number(last)).toBeGreaterThan(200)
  await page.keyboard.press('j')
  await expect(focused(page)).toHaveAttribute('aria-rowindex', '2')
  await page.keyboard.press('End')
  await expect(focused(page)).toHaveAttribute('aria-rowindex', last)
  await page.keyboard.press('k')
  await expect(focused(page)).toHaveAttribute('aria-rowindex', String(Number(last) - 1))
})

test('m keeps the job under the cursor in either form, and j and k go on from it', async ({ page, app }) => {
  await openBiggestPush(page, app, 'list')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const name = (await focused(page).getAttribute('aria-label')) ?? ''
  await page.keyboard.press('m')
  const job = page.getByRole('gridcell').getByRole('link', { name })
  await expect(job).toBeFocused()
  await page.keyboard.press('j')
  await expect(job).not.toBeFocused()
  await expect(page.getByRole('row').filter({ has: focused(page) })).toBeVisible()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('n')
  const trouble = (await focused(page).getAttribute('aria-label')) ?? ''
  await page.keyboard.press('m')
  await expect(page.getByRole('row', { name: trouble })).toBeFocused()

  // Green ones are one count in the matrix, and each itself in the list.
  await page.keyboard.press('End')
  await expect(focused(page)).toHaveAttribute('aria-label', /, success$/)
  const green = (await focused(page).getAttribute('aria-label')) ?? ''
  await page.keyboard.press('m')
  await expect(page.getByRole('button', { name: /^\d+ success, show them$/ }).and(focused(page))).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByRole('row', { name: green })).toBeFocused()
})

for (const width of [1440, 950, 700]) {
  test(`the heads of a big matrix stand above its lines, and all columns fit: ${width} px`, async ({ page, app }) => {
    await page.setViewportSize({ width, height: 900 })
    await openBiggestPush(page, app, 'matrix')
    const grid = page.getByRole('grid')
    await grid.getByRole('link').first().click()
    await expect(page.getByRole('complementary', { name: 'Selected job' })).toBeVisible()
    const first = await grid.getByRole('rowheader').first().boundingBox()
    for (const head of await grid.getByRole('columnheader').all()) {
      const box = await head.evaluate((element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        return range.getBoundingClientRect().bottom
      })
      expect(box).toBeLessThanOrEqual(first?.y ?? 0)
    }
    expect(await grid.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  })
}

test('on a phone a line has what is not green, then one count of green', async ({ page, app }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await openBiggestPush(page, app, 'matrix')
  const lines = page.getByRole('row').filter({ has: page.getByRole('rowheader') })
  const counts = page.getByRole('button', { name: /^\d+ success, show them$/ })
  for (const line of await lines.all())
    expect(await line.getByRole('gridcell').getByRole('button').count()).toBeLessThan(2)
  const platform = await lines.filter({ has: counts }).first().getByRole('rowheader').innerText()
  const line = lines.filter({ has: page.getByRole('rowheader', { name: platform, exact: true }) })
  await expect(line.getByRole('gridcell').last().getByRole('button')).toBeVisible()
  const green = Number.parseInt(await line.getByRole('button').innerText(), 10)
  await line.getByRole('button').click()
  await expect(line.getByRole('link', { name: /, success$/ })).toHaveCount(green)
})
