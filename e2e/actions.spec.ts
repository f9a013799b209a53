import { expect, test } from './fixtures.ts'
import {
  activity,
  expandFirst,
  expandOwn,
  filterBy,
  jobRows,
  openRunningBuild,
  passUntil,
  pushes,
  showing,
} from './words.ts'

test('a cancel from key press to farm and back: queued, sent, accepted, acted on, seen', async ({ page, app }) => {
  await app.open('/try')
  await filterBy(page, 'state:running')
  const row = await expandOwn(page)
  const link = row.getByRole('link').first()
  const [href, builder] = [await link.getAttribute('href'), await link.innerText()]
  const build = href?.split('/').at(-1) ?? ''
  const mine = jobRows(page).filter({ has: page.locator(`a[href="${href}"]`) })
  await mine.getByRole('button', { name: 'Cancel' }).click()
  await expect(mine).toHaveAttribute('aria-label', `${builder}, running, cancel queued`)

  await app.pass(6)
  await expect(mine).toHaveAttribute('aria-label', `${builder}, running, cancel accepted`)
  const entry = await activity(page, `Cancel build ${build}`)
  await passUntil(app, entry, 'acted on')
  await passUntil(app, entry, 'seen')
  await expect(entry).toContainText(/queued \d.*sent \d.*accepted \d.*acted on \d.*seen \d/s)
  await expect(entry).toContainText(/job \d+/)

  // The row ends as the farm ended it, though the server's list still tells the minute before.
  await page.getByRole('searchbox', { name: 'Filter jobs' }).fill('')
  await expect(mine).toHaveAttribute('aria-label', `${builder}, exception`)
  await mine.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: `Build ${build}` })).toBeVisible()
  await expect(page.getByText('Finished', { exact: true })).toBeVisible()
})

test('undo sends nothing', async ({ page, app }) => {
  const writes: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && writes.push(request.url()))
  await app.open('/try')
  const build = await openRunningBuild(page)
  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  const entry = await activity(page, `Cancel build ${build}`)
  await entry.getByRole('button', { name: 'Undo' }).click()
  await expect(entry).toContainText('undone')
  await app.pass(60)
  await expect(entry).toContainText('undone')
  expect(writes.filter((url) => url.includes('/buildapi/'))).toEqual([])

  await page.getByRole('button', { name: 'Clear done' }).click()
  await page.reload()
  await page.getByRole('button', { name: /^Activity/ }).click()
  await expect(page.getByText('Nothing asked from this browser.')).toBeVisible()
})

test('what waits when its tab closes is not sent, and the next visit says so', async ({ page, app, context }) => {
  const writes: string[] = []
  context.on('request', (request) => request.method() === 'DELETE' && writes.push(request.url()))
  await app.open('/try')
  const build = await openRunningBuild(page)
  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  await expect(await activity(page, `Cancel build ${build}`)).toContainText('queued')
  const address = page.url()
  await page.close()

  const next = await context.newPage()
  await next.goto(address)
  const entry = await activity(next, `Cancel build ${build}`)
  await expect(entry).toContainText('not sent')
  expect(writes).toEqual([])
})

test('rebuild ×3 makes exactly three requests, and links them', async ({ page, app }) => {
  await app.open('/try')
  await filterBy(page, 'result:failure')
  await expandFirst(page)
  const row = jobRows(page).first()
  await row.getByRole('button', { name: 'Rebuild…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Rebuild' })
  await dialog.getByRole('spinbutton', { name: 'Count' }).fill('3')
  await dialog.getByRole('button', { name: 'Rebuild 3 times' }).click()
  const entry = await activity(page, /Rebuild build \d+ ×3/)
  await entry.getByRole('button', { name: 'Send now' }).click()
  await expect(entry).toContainText('accepted')
  await passUntil(app, entry, 'seen')
  await expect(entry.getByRole('link', { name: /\d$/ })).toHaveCount(3)
  await entry.getByRole('link', { name: /\d$/ }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^Request \d+$/ })).toBeVisible()
  await expect(page.getByText(/Self-serve: Rebuilt by/).first()).toBeVisible()
})

test('cancelling what the farm has finished ends at nothing to do', async ({ page, app }) => {
  await app.open('/try')
  const build = await openRunningBuild(page)
  await page.getByRole('button', { name: 'Pause updates' }).click()
  // Long enough for any build to end while this page still shows it running.
  await app.pass(5 * 3_600)
  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  const entry = await activity(page, `Cancel build ${build}`)
  await entry.getByRole('button', { name: 'Send now' }).click()
  await expect(entry).toContainText('accepted')
  await passUntil(app, entry, 'nothing to do')
})

test('raising a waiting request three times is one action, and its priority is seen', async ({ page, app }) => {
  await app.open('/try')
  await filterBy(page, 'state:pending')
  await expandFirst(page)
  await jobRows(page).first().getByRole('link').first().click()
  const raise = page.getByRole('button', { name: 'Raise priority' })
  await raise.click()
  await raise.click()
  await raise.click()
  const entry = await activity(page, /Raise priority of request \d+ 0 → 3/)
  await entry.getByRole('button', { name: 'Send now' }).click()
  await expect(entry).toContainText('accepted')
  await passUntil(app, entry, 'seen')
  await expect(page.getByText(/priority 3/).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Activity' }).getByRole('listitem')).toHaveCount(1)
})

test('a reload in mid-flight goes on following, and sends nothing again', async ({ page, app }) => {
  const writes: string[] = []
  page.on('request', (request) => request.method() === 'DELETE' && writes.push(request.url()))
  await app.open('/try')
  const build = await openRunningBuild(page)
  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  await (await activity(page, `Cancel build ${build}`)).getByRole('button', { name: 'Send now' }).click()
  await expect(await activity(page, `Cancel build ${build}`)).toContainText('accepted')
  await page.reload()
  const entry = await activity(page, `Cancel build ${build}`)
  await expect(entry).toContainText('accepted')
  await passUntil(app, entry, 'seen')
  expect(writes.filter((url) => url.includes('/buildapi/'))).toHaveLength(1)
})

test('a second tab sees the action live, and sends nothing itself', async ({ page, app, context }) => {
  // Time for two tabs to be looked at, on a slow machine too.
  await app.open('/settings')
  await page.getByRole('spinbutton', { name: 'Undo window, seconds' }).fill('30')
  await app.open('/try')
  const build = await openRunningBuild(page)
  const second = await context.newPage()
  const writes: string[] = []
  second.on('request', (request) => request.method() !== 'GET' && writes.push(request.url()))
  await second.goto(page.url())
  await expect(second.getByRole('heading', { level: 1, name: `Build ${build}` })).toBeVisible()

  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  const there = await activity(second, `Cancel build ${build}`)
  await expect(there).toContainText('queued')
  await (await activity(page, `Cancel build ${build}`)).getByRole('button', { name: 'Send now' }).click()
  await expect(there).toContainText('accepted')
  expect(writes.filter((url) => url.includes('/buildapi/'))).toEqual([])
})

test('the keyboard alone: find, open, cancel, undo', async ({ page, app }) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  const all = await showing(page).innerText()
  await page.keyboard.press('/')
  await page.keyboard.type('state:running')
  await expect(page).toHaveURL(/state%3Arunning/)
  await expect(showing(page)).not.toHaveText(all)
  await page.keyboard.press('Enter')
  const focused = page.locator('[role=row]:focus')
  await page.keyboard.press('ArrowRight')
  await expect(focused).toHaveAttribute('aria-expanded', 'true')
  await expect(jobRows(page).first()).toBeVisible()
  await page.keyboard.press('j')
  await expect(focused).toHaveAttribute('aria-label', /, running$/)
  // What serves others too asks once more: on to one that serves nobody else.
  for (let row = 0; row < 20 && (await focused.innerText()).includes('serves'); row++) await page.keyboard.press('j')
  await page.keyboard.press('c')
  // What serves other pushes too asks once more.
  if (await focused.filter({ hasText: 'serves' }).count()) await page.keyboard.press('c')
  await expect(focused).toHaveAttribute('aria-label', /, running, cancel queued$/)
  await page.keyboard.press('z')
  await expect(focused).toHaveAttribute('aria-label', /, running$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Build \d+$/ })).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { level: 1, name: 'try' })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Cancel')
})

test('y copies the link to the page, on the queue and on a build', async ({ page, app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  await page.keyboard.press('y')
  await expect.poll(copied).toBe(page.url())
  await openRunningBuild(page)
  await page.keyboard.press('y')
  await expect.poll(copied).toBe(page.url())
})
