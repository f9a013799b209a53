import type { Locator, Page } from '@playwright/test'
import { expectClean } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { activity, filter, openRunningBuild, pushes } from './words.ts'

const change = (page: Page, command: string): Promise<void> =>
  page.getByRole('button', { name: `Change keys of ${command}`, exact: true }).click()
const newKeys = (page: Page, command: string): Locator =>
  page.getByRole('textbox', { name: `New keys for ${command}`, exact: true })
const rowOf = (page: Page, command: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: command, exact: true }) })

/** What a list of shortcuts says, line by line: keys, label, views. */
async function lines(within: Locator): Promise<string[]> {
  const words = within.getByRole('definition')
  await expect(words.first()).toBeVisible()
  return words.evaluateAll((found) =>
    found.map((word) => `${word.previousElementSibling?.textContent ?? ''} ${word.textContent}`),
  )
}

const queueStands = (page: Page): Promise<void> => expect(pushes(page).first()).toBeVisible()

test('a command takes another key, and the old one does nothing any more', async ({ page, app }) => {
  await app.open('/settings')
  await change(page, 'Filter jobs')
  await newKeys(page, 'Filter jobs').fill('b')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Filter jobs')).toContainText('b')
  await expect(page.getByRole('button', { name: 'Change keys of Filter jobs' })).toBeFocused()
  await app.open('/try')
  await queueStands(page)
  await page.keyboard.press('/')
  await expect(filter(page)).not.toBeFocused()
  await page.keyboard.press('b')
  await expect(filter(page)).toBeFocused()
  await expect(filter(page)).toHaveValue('')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  expect((await lines(dialog)).find((line) => line.includes('Filter jobs'))).toMatch(/^b /)

  await app.open('/settings')
  await page.getByRole('button', { name: 'Reset keys of Filter jobs' }).click()
  await expect(rowOf(page, 'Filter jobs')).toContainText('/')
  await expect(page.getByRole('button', { name: 'Reset all keys' })).toHaveAttribute('aria-disabled', 'true')
})

test('a sequence of two keys, and no key at all', async ({ page, app }) => {
  await app.open('/settings')
  await change(page, 'Keyboard shortcuts')
  await newKeys(page, 'Keyboard shortcuts').fill('gh')
  await page.getByRole('button', { name: 'Save' }).click()
  await change(page, 'Filter jobs')
  await newKeys(page, 'Filter jobs').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(page, 'Filter jobs')).toContainText('none')
  await app.open('/try')
  await queueStands(page)
  await page.keyboard.press('/')
  await expect(filter(page)).not.toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()

  await app.open('/settings')
  await page.getByRole('button', { name: 'Reset all keys' }).click()
  await app.open('/try')
  await queueStands(page)
  await page.keyboard.press('/')
  await expect(filter(page)).toBeFocused()
})

test('who has the keys already is named, and nothing is kept before', async ({ page, app }) => {
  await app.open('/settings')
  await change(page, 'Rebuild')
  await newKeys(page, 'Rebuild').fill('c')
  await expect(rowOf(page, 'Rebuild').getByRole('status')).toHaveText('Taken by “Cancel”: change that first')
  const save = page.getByRole('button', { name: 'Save' })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await save.press('Enter')
  await newKeys(page, 'Rebuild').press('Enter')
  await newKeys(page, 'Rebuild').fill('g')
  await expect(rowOf(page, 'Rebuild').getByRole('status')).toContainText('Taken by “try”')
  await newKeys(page, 'Rebuild').press('Escape')
  await expect(rowOf(page, 'Rebuild')).toContainText('r')
  await expect(page.getByRole('button', { name: 'Reset keys of Rebuild', exact: true })).toHaveCount(0)
})

test('what is no key and no two keys is refused, and what will be kept is said', async ({ page, app }) => {
  await app.open('/settings')
  await change(page, 'Rebuild')
  const note = rowOf(page, 'Rebuild').getByRole('status')
  await newKeys(page, 'Rebuild').fill('Esc')
  await expect(newKeys(page, 'Rebuild')).toHaveValue('Esc')
  await expect(note).toContainText('Neither one key nor two')
  await newKeys(page, 'Rebuild').press('Enter')
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true')
  await newKeys(page, 'Rebuild').fill('Es')
  await expect(note).toHaveText('Two keys: Shift+e, then s')
  await newKeys(page, 'Rebuild').fill('b')
  await expect(note).toHaveText('One key: b')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(page, 'Rebuild').getByRole('cell').filter({ hasText: /^b$/ })).toBeVisible()
})

test('single keys are switched off, and help says so', async ({ page, app }) => {
  await app.open('/settings')
  await page.getByRole('radiogroup', { name: 'Keyboard shortcuts' }).getByRole('radio', { name: 'Off' }).check()
  await app.open('/help')
  await expect(page.getByText('They are switched off; only Esc works.')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('help and the list over a page tell the same, and one leads to the other', async ({ page, app }) => {
  await app.open('/try')
  await queueStands(page)
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const over = await lines(dialog)
  expect(over).toEqual(expect.arrayContaining(['gt try', 'm List or matrix · Push']))
  await dialog.getByRole('link', { name: 'Help', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
  await expect(dialog).toHaveCount(0)
  expect(await lines(page.getByRole('region', { name: 'Keyboard shortcuts' }))).toEqual(over)

  await page.keyboard.press('?')
  await dialog.getByRole('link', { name: 'Change keys' }).click()
  await expect(page.getByRole('heading', { name: 'Keyboard', exact: true })).toBeInViewport()
})

test('help has the words, the signs, and the API without credentials', async ({ page, app }) => {
  await app.open('/help')
  const words = page.getByRole('region', { name: 'Words' })
  for (const word of ['superseded attempt', 'settling', 'never handed over', 'merged', 'collateral'])
    await expect(words.getByRole('term').filter({ hasText: new RegExp(`^${word}$`) })).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Signs' }).getByRole('row', { name: /^bc3 M, Mochitest/ }),
  ).toBeVisible()
  const cancel = page.getByRole('region', { name: 'API' }).getByRole('row', { name: /Stop a build/ })
  await expect(cancel.getByRole('button')).toHaveAttribute(
    'title',
    /^Copy curl -X DELETE 'http[^ ]+\/self-serve\/BRANCH\/build\/BUILD_ID\?format=json'$/,
  )
})

test('keys of a build’s page: options of a rebuild, watch, and the way to try', async ({ page, app }) => {
  await app.open('/try')
  await openRunningBuild(page)
  await page.keyboard.press('w')
  await expect(page.getByRole('button', { name: 'Watch', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('w')
  await expect(page.getByRole('button', { name: 'Watch', exact: true })).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Shift+R')
  await expect(page.getByRole('dialog', { name: 'Rebuild' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { level: 1, name: 'try' })).toBeVisible()
})

test('keys that work everywhere: undo what waits, copy the link', async ({ page, context, app }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.open('/try')
  const build = await openRunningBuild(page)
  await page.keyboard.press('y')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  await page.keyboard.press('r')
  const entry = await activity(page, `Rebuild build ${build}`)
  await expect(entry).toContainText('queued')
  await page.keyboard.press('z')
  await expect(entry).toContainText('undone')
})

test('keys of a push: its filter, and its other form', async ({ page, app }) => {
  await app.open('/try')
  await queueStands(page)
  const revision = /Push ([0-9a-f]{12})/.exec((await pushes(page).first().getAttribute('aria-label')) ?? '')?.[1]
  await app.open(`/try/rev/${revision}`)
  await expect(page.getByRole('grid', { name: 'Jobs' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(filter(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('m')
  await expect(page.getByRole('grid', { name: `Matrix of ${revision}` })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing in help, nor in the list over a page', async ({ page, app }) => {
      await app.open('/help')
      await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
      await expectClean(page)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      await expectClean(page)
    })

    test('axe finds nothing in settings while a key is changed', async ({ page, app }) => {
      await app.open('/settings')
      await change(page, 'Rebuild')
      await newKeys(page, 'Rebuild').fill('c')
      await expect(rowOf(page, 'Rebuild').getByRole('status')).toContainText('Taken by')
      await expectClean(page)
    })
  })
}
