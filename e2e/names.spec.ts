import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expandFirst, filterBy, jobRows, openRunningBuild, pushes } from './words.ts'

// The names by which anything outside may drive the app: they are fixed.

type Role = Parameters<Page['getByRole']>[0]
type Named = readonly [role: Role, name: string]

/** Each is there, under exactly this name. */
async function expectNames(within: Page | ReturnType<Page['locator']>, names: readonly Named[]): Promise<void> {
  for (const [role, name] of names) await expect(within.getByRole(role, { name, exact: true }).first()).toBeVisible()
}

test('the frame and the queue', async ({ page, app }) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  await expectNames(page, [
    ['heading', 'try'],
    ['treegrid', 'Jobs'],
    ['button', 'Earlier'],
    ['button', 'Today'],
    ['button', 'Later'],
    ['searchbox', 'Filter jobs'],
    ['button', 'Branch: try'],
    ['status', 'Data freshness'],
    ['button', 'Pause updates'],
    ['button', 'Theme'],
    ['link', 'Settings'],
    ['link', 'Help'],
    ['link', 'You: not said yet'],
    ['button', 'Activity'],
  ])
  await expect(page.getByLabel('Date', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Pause updates' }).click()
  await expectNames(page, [['button', 'Resume updates']])
  await filterBy(page, 'state:running')
  await expectNames(page, [['button', 'Clear filters']])
})

test('a push, its jobs, and what can be asked of them', async ({ page, app }) => {
  await app.open('/try')
  await filterBy(page, 'state:running')
  await expandFirst(page)
  const push = pushes(page).first()
  await expect(push).toHaveAttribute('aria-label', /^(Push [0-9a-f]{12}|No revision)\b/)
  const job = jobRows(page).first()
  const builder = await job.getByRole('link').innerText()
  await expect(job).toHaveAttribute('aria-label', `${builder}, running`)
  await expectNames(job, [
    ['link', builder],
    ['button', 'Cancel'],
    ['button', 'Rebuild'],
    ['button', 'Rebuild…'],
    ['button', 'More…'],
  ])
  await job.getByRole('button', { name: 'Rebuild…', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Rebuild', exact: true })
  await expectNames(dialog, [
    ['spinbutton', 'Count'],
    ['spinbutton', 'Priority'],
    ['button', 'Rebuild 1 times'],
  ])
  await dialog.getByRole('spinbutton', { name: 'Count' }).fill('4')
  await expectNames(dialog, [['button', 'Rebuild 4 times']])
})

test('a build, a request, settings and Activity', async ({ page, app }) => {
  const acts: readonly Named[] = [
    ['button', 'Rebuild'],
    ['button', 'Rebuild…'],
    ['button', 'Raise priority'],
    ['button', 'Lower priority'],
    ['button', 'Set priority…'],
    ['button', 'Watch'],
    ['button', 'Copy as…'],
  ]
  await app.open('/try')
  const build = await openRunningBuild(page)
  await expectNames(page, [['heading', `Build ${build}`], ['button', `Cancel build ${build}`], ...acts])
  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  await page.getByRole('button', { name: /^Activity/ }).click()
  const entry = page.getByRole('region', { name: 'Activity', exact: true }).getByRole('listitem').first()
  await expectNames(entry, [
    ['button', 'Undo'],
    ['button', 'Send now'],
    ['button', 'Details'],
  ])

  const link = page.getByRole('link', { name: /^request \d+$/ }).first()
  const request = (await link.innerText()).replace('request ', '')
  await link.click()
  await expectNames(page, [['heading', `Request ${request}`], ['button', `Cancel request ${request}`], ...acts])
  await app.open('/settings')
  await expectNames(page, [['heading', 'Settings']])
  await app.open('/help')
  await expectNames(page, [['heading', 'Help']])
  await app.open('/jobs/999999999')
  await expectNames(page, [['heading', 'Job 999999999']])
  await app.open('/no/such/page')
  await expectNames(page, [['heading', 'Not found']])
})
