import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { activity, passUntil, pushes, showing } from './words.ts'

/** Goes on by Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab never came to ${String(target)}`)
}

/** From the queue to the page of a push, by its revision. */
async function goToPush(page: Page, revision: string): Promise<void> {
  const before = await showing(page).innerText()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Filter jobs' })).toBeFocused()
  await page.keyboard.type(revision)
  await expect(showing(page)).not.toHaveText(before)
  await expect(pushes(page)).toHaveCount(1)
  await tabTo(page, pushes(page).first())
  await tabTo(page, page.getByRole('link', { name: revision, exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `Push ${revision}` })).toBeVisible()
}

/** Revisions of the queue whose row says so, newest first. */
const revisionsOf = async (page: Page, says: RegExp): Promise<string[]> => {
  const names = await pushes(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''))
  return names.filter((name) => says.test(name)).flatMap((name) => /[0-9a-f]{12}/.exec(name) ?? [])
}

test('by keyboard alone: find my push, rebuild its failures, cancel an older push', async ({ page, app }) => {
  await app.open('/try?q=result%3Afailure%2Cexception%2Cwarnings')
  await expect(pushes(page).first()).toBeVisible()
  const [mine] = await revisionsOf(page, /^Push/)
  await page.goto('/try?q=state%3Apending%2Crunning')
  await expect(pushes(page).first()).toBeVisible()
  const older = (await revisionsOf(page, /^Push/)).findLast((revision) => revision !== mine)
  if (mine === undefined || older === undefined) throw new Error('No push has failures and another still runs')

  await page.goto('/try')
  await expect(pushes(page).first()).toBeVisible()
  await goToPush(page, mine)
  await tabTo(page, page.getByRole('button', { name: 'Rebuild failed' }))
  await page.keyboard.press('Enter')
  const rebuild = page.getByRole('alertdialog')
  await expect(rebuild.getByRole('button', { name: 'Close' })).toBeFocused()
  const confirm = rebuild.getByRole('textbox', { name: /^Type .* to confirm$/ })
  if (await confirm.isVisible()) {
    await tabTo(page, confirm)
    await page.keyboard.type(mine)
  }
  await tabTo(page, rebuild.getByRole('button', { name: /^Rebuild \d+ jobs$/ }))
  await page.keyboard.press('Enter')
  await expect(rebuild).toBeHidden()

  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { level: 1, name: 'try' })).toBeVisible()
  await expect(pushes(page).first()).toBeVisible()
  await goToPush(page, older)
  await tabTo(page, page.getByRole('button', { name: 'Cancel push' }))
  await page.keyboard.press('Enter')
  const cancel = page.getByRole('alertdialog', { name: `Cancel push ${older}` })
  await expect(cancel.getByRole('button', { name: 'Keep running' })).toBeFocused()
  await tabTo(page, cancel.getByRole('textbox', { name: `Type ${older} to confirm` }))
  await page.keyboard.type(older)
  await page.keyboard.press('Enter')
  await expect(cancel).toBeHidden()

  await passUntil(app, await activity(page, `Cancel push ${older}`), /seen|acted on/)
  await passUntil(app, await activity(page, /^Rebuild/), /seen|acted on/)
})
