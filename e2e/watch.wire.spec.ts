import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { App, Wire } from './fixtures.ts'
import { openRunningBuild, pushes, show } from './words.ts'

/** What was asked of the farm, by its own record, while `minutes` passed. */
async function askedWhile(app: App, wire: Wire, minutes: number) {
  const { now } = await wire.state()
  for (let passed = 0; passed < minutes; passed++) {
    await app.pass(60)
    // An answer comes in its own time: the farm's record is read when it has stopped growing.
    let before = -1
    await expect
      .poll(async () => {
        const { length } = (await wire.state()).requests
        const still = length === before
        before = length
        return still
      })
      .toBe(true)
  }
  return (await wire.state()).requests.filter(({ at }) => at > now)
}

const watchButton = (page: Page) => page.getByRole('button', { name: 'Watch', exact: true })
const said = (page: Page) => page.getByRole('status', { name: 'Announcements' })

test('a hidden tab asks for what is watched alone, every five minutes', async ({ page, app, wire }) => {
  await app.open('/try')
  await openRunningBuild(page)
  await watchButton(page).click()
  await page.getByRole('link', { name: 'Queue' }).click()
  await expect(pushes(page).first()).toBeVisible()
  await show(page, 'hidden')
  const asked = await askedWhile(app, wire, 18)
  expect([...new Set(asked.map(({ endpoint }) => endpoint))]).toEqual(['build'])
  expect(asked.length).toBeLessThanOrEqual(3)
  for (const [at, { at: time }] of asked.entries()) {
    const before = asked[at - 1]
    if (before) expect(time - before.at).toBeGreaterThanOrEqual(300)
  }
})

test('two tabs ask for it no more than one does', async ({ page, context, app, wire }) => {
  await app.open('/try')
  await openRunningBuild(page)
  await watchButton(page).click()
  const second = await context.newPage()
  await second.goto('/help')
  await expect(second.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
  await show(page, 'hidden')
  await show(second, 'hidden')
  const asked = await askedWhile(app, wire, 12)
  expect(asked.length).toBeGreaterThanOrEqual(1)
  expect(asked.length).toBeLessThanOrEqual(2)
  expect([...new Set(asked.map(({ endpoint }) => endpoint))]).toEqual(['build'])
})

test('its end is marked in the title, told once the tab is in sight, and gone when its page was seen', async ({
  page,
  app,
}) => {
  await app.open('/try')
  const build = await openRunningBuild(page)
  await watchButton(page).click()
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  const watched = page.getByRole('list', { name: 'Watched' })
  await expect(watched).toContainText(`build ${build} on try`)
  await show(page, 'hidden')
  await app.pass(5 * 3_600)
  await app.pass(5)
  await expect(page).toHaveTitle(/^⚑1 /)
  await expect(said(page)).toBeEmpty()
  await show(page, 'visible')
  await expect(said(page)).toContainText(new RegExp(`Build ${build} on try: \\w+`))
  await said(page).getByRole('link', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Build ${build}` })).toBeVisible()
  await expect(page).not.toHaveTitle(/⚑/)
  await expect(watchButton(page)).toHaveAttribute('aria-pressed', 'false')
  await expect(watchButton(page)).toHaveAttribute('aria-disabled', 'true')
})

test('the system tells it only to whoever has allowed that in the settings', async ({ page, context, app }) => {
  await context.addInitScript(() => {
    const shown: string[] = []
    class Told extends EventTarget {
      static permission = 'default'
      static requestPermission = () => {
        Told.permission = 'granted'
        shown.push('asked')
        return Promise.resolve('granted')
      }
      constructor(_: string, { body }: { body: string }) {
        super()
        shown.push(body)
      }
    }
    Object.defineProperty(window, 'Notification', { value: Told })
    Object.defineProperty(window, 'shown', { value: shown })
  })
  const shown = () => page.evaluate(() => Reflect.get(window, 'shown') as string[])
  await app.open('/try')
  const build = await openRunningBuild(page)
  await watchButton(page).click()
  expect(await shown()).toEqual([])
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByRole('radio', { name: 'By the system too' }).check()
  await show(page, 'hidden')
  await app.pass(5 * 3_600)
  await app.pass(5)
  await expect(page).toHaveTitle(/^⚑1 /)
  await app.pass(5)
  expect(await shown()).toEqual(['asked', expect.stringContaining(`Build ${build} on try: `)])
})

test('that it could not be asked is no end', async ({ page, app, wire }) => {
  await app.open('/try')
  const build = await openRunningBuild(page)
  await watchButton(page).click()
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await show(page, 'hidden')
  await wire.order({ faults: [{ fault: 'dropBefore', endpoint: 'build' }] })
  await askedWhile(app, wire, 6)
  await wire.order({ faults: [] })
  await show(page, 'visible')
  await expect(page.getByRole('list', { name: 'Watched' })).toContainText(`build ${build} on trywatched since`)
  await expect(said(page)).toBeEmpty()
})
