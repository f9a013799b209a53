import type { Locator, Page } from '@playwright/test'
import type { FaultRule } from '../server/faults.ts'
import { expect, test } from './fixtures.ts'
import type { App, Wire } from './fixtures.ts'
import { activity, openRunningBuild, passUntil } from './words.ts'

/** Whatever the wire does: one press makes one write by the farm's own count, and what the screen says of it is true. */

/** Presses Cancel on a running build and sends it at once, with a fault waiting for it. */
async function cancelUnder(page: Page, app: App, wire: Wire, fault: FaultRule | null): Promise<Locator> {
  await app.open('/try')
  const build = await openRunningBuild(page)
  if (fault) await wire.order({ faults: [{ ...fault, endpoint: 'cancelBuild' }] })
  await page.getByRole('button', { name: `Cancel build ${build}` }).click()
  const entry = await activity(page, `Cancel build ${build}`)
  await entry.getByRole('button', { name: 'Send now' }).click()
  return entry
}

for (const fault of ['dropAfter', 'reset', 'truncate'] as const) {
  test(`${fault}: acted on without a readable answer, it is unknown, found in the log, then seen`, async ({
    page,
    app,
    wire,
  }) => {
    const entry = await cancelUnder(page, app, wire, { fault, times: 1 })
    await expect(entry).toContainText('unknown')
    await passUntil(app, entry, 'seen')
    await expect(entry).toContainText(/unknown \d.*accepted \d.*acted on \d.*seen \d/s)
    expect(await wire.writes('cancelBuild')).toEqual({ acted: 1, arrived: 1 })
  })
}

for (const fault of ['dropBefore', 'resetBefore'] as const) {
  test(`${fault}: lost before the farm acted, it is not found after two looks, and only a press sends it again`, async ({
    page,
    app,
    wire,
  }) => {
    const entry = await cancelUnder(page, app, wire, { fault, times: 1 })
    await expect(entry).toContainText('unknown')
    await passUntil(app, entry, 'not found in the log after two looks')
    expect(await wire.writes('cancelBuild')).toEqual({ acted: 0, arrived: 1 })

    await entry.getByRole('button', { name: 'Send again' }).click()
    const again = page.getByRole('region', { name: 'Activity' }).getByRole('listitem').first()
    await again.getByRole('button', { name: 'Send now' }).click()
    await expect(again).toContainText('accepted')
    await passUntil(app, again, 'seen')
    expect(await wire.writes('cancelBuild')).toEqual({ acted: 1, arrived: 2 })
  })
}

test('delay: a slow answer is waited for, and nothing is sent twice', async ({ page, app, wire }) => {
  const entry = await cancelUnder(page, app, wire, { fault: 'delay', ms: 1_500, times: 1 })
  await expect(entry).toContainText('sent')
  await expect(entry).toContainText('accepted')
  await passUntil(app, entry, 'seen')
  expect(await wire.writes('cancelBuild')).toEqual({ acted: 1, arrived: 1 })
})

test('broker down: logged, never handed over, and offered again', async ({ page, app, wire }) => {
  await wire.order({ scenario: 'broker-down' })
  const entry = await cancelUnder(page, app, wire, null)
  await expect(entry).toContainText('never handed over')
  await expect(entry).toContainText(/Couldn.t send message to broker/)
  await expect(entry.getByRole('button', { name: 'Send again' })).toBeVisible()
  await app.pass(60)
  await expect(entry).toContainText('never handed over')
  expect(await wire.writes('cancelBuild')).toEqual({ acted: 1, arrived: 1 })
})

test('signed out: it failed in the server’s words, and the page says read-only', async ({ page, app, wire }) => {
  await wire.order({ scenario: 'signed-out' })
  const entry = await cancelUnder(page, app, wire, null)
  await expect(entry).toContainText('failed')
  await expect(entry).toContainText(/sign in/)
  expect((await wire.writes('cancelBuild')).arrived).toBe(1)
})

test('agent dead: accepted stays accepted, and after five minutes is called probably orphaned', async ({
  page,
  app,
  wire,
}) => {
  await wire.order({ scenario: 'agent-dead' })
  const entry = await cancelUnder(page, app, wire, null)
  await expect(entry).toContainText('accepted')
  await app.pass(300)
  await passUntil(app, entry, 'probably orphaned')
  await expect(entry).not.toContainText(/acted on \d/)
  expect(await wire.writes('cancelBuild')).toEqual({ acted: 1, arrived: 1 })
})

test('two tabs ask the same at once: one write, and the other press is held or was the same', async ({
  page,
  app,
  wire,
  context,
}) => {
  // Time for two tabs to be looked at, on a slow machine too.
  await app.open('/settings')
  await page.getByRole('spinbutton', { name: 'Undo window, seconds' }).fill('30')
  await app.open('/try')
  const build = await openRunningBuild(page)
  const second = await context.newPage()
  await second.goto(page.url())
  await expect(second.getByRole('button', { name: `Cancel build ${build}` })).toBeVisible()
  await Promise.all([page, second].map((tab) => tab.getByRole('button', { name: `Cancel build ${build}` }).click()))
  await activity(page, `Cancel build ${build}`)
  const entries = page.getByRole('region', { name: 'Activity' }).getByRole('listitem')
  await entries.getByRole('button', { name: 'Send now' }).first().click()
  const sent = entries.filter({ hasText: /sent \d/ })
  await expect(sent).toContainText('accepted')
  await passUntil(app, sent, 'seen')
  await expect(sent).toHaveCount(1)
  expect(await wire.writes('cancelBuild')).toEqual({ acted: 1, arrived: 1 })
})
