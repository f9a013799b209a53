import type { Locator, Page } from '@playwright/test'
import type { FarmServer } from '../e2e/farmServer.ts'
import {
  activity,
  bulkBar,
  expandFirst,
  filterBy,
  jobRows,
  openRunningBuild,
  pickJobs,
  pushes,
  showing,
} from '../e2e/words.ts'

/** What a scene may use to come about: the page, and the farm with a hand on its clock and its wire. */
export type Stage = {
  page: Page
  farm: FarmServer
  /** Lets seconds pass for the page and for the farm. */
  pass: (seconds: number) => Promise<void>
  /** Opens an address; with a scenario, on a new farm of it. */
  open: (path: string, scenario?: string) => Promise<void>
}

/** Lets time pass, a look at the farm after the other, until the words are there. */
async function passUntil({ pass }: Stage, where: Locator, words: RegExp): Promise<void> {
  for (let look = 0; look < 60; look++) {
    const there = where.filter({ hasText: words }).first()
    if (
      await there.waitFor({ timeout: 300 }).then(
        () => true,
        () => false,
      )
    )
      return
    await pass(5)
  }
  throw new Error(`${String(words)} did not come`)
}

async function openQueue({ page, open }: Stage, filter = '', scenario = 'calm'): Promise<void> {
  await open(filter === '' ? '/try' : `/try?q=${encodeURIComponent(filter)}`, scenario)
  await showing(page).waitFor({ timeout: 60_000 })
  await pushes(page).first().waitFor()
}

/** The page of the first job that the filter leaves and whose row says so. */
async function openJob(stage: Stage, filter: string, row: RegExp): Promise<void> {
  const { page } = stage
  await openQueue(stage, filter)
  const found = jobRows(page).filter({ hasText: row }).first()
  for (let place = 0; !(await found.isVisible()); place++) {
    await pushes(page).nth(place).focus()
    await page.keyboard.press('ArrowRight')
    await jobRows(page).first().waitFor()
    if (await found.isVisible()) break
    await page.keyboard.press('ArrowLeft')
  }
  await found.getByRole('link').first().click()
  await page.getByRole('heading', { name: 'Timeline' }).waitFor()
  await page.getByText('by the newest 100 entries').waitFor()
}

/** The first jobs that nobody else shares, by their addresses: rows come and go. */
async function ownJobs(page: Page, wanted: number): Promise<Locator[]> {
  const links = jobRows(page).filter({ hasNotText: 'serves' }).getByRole('link')
  await links.nth(wanted - 1).waitFor()
  const paths = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
  return paths.slice(0, wanted).map((path) => jobRows(page).filter({ has: page.locator(`a[href="${path}"]`) }))
}

const press = (row: Locator, name: string): Promise<void> => row.getByRole('button', { name, exact: true }).click()

/** The page of the push with most jobs among the first ones. */
async function openPush(stage: Stage, view: 'list' | 'matrix'): Promise<string> {
  const { page } = stage
  await openQueue(stage)
  const found = await pushes(page).evaluateAll((rows) =>
    rows.map((row) => ({
      revision: row.querySelector('a')?.textContent ?? '',
      jobs: Number(/of ([\d,]+) done/.exec(row.getAttribute('aria-label') ?? '')?.[1]?.replaceAll(',', '') ?? 0),
    })),
  )
  const { revision = '' } = found.toSorted((one, other) => other.jobs - one.jobs)[0] ?? {}
  await page.goto(`/try/rev/${revision}?view=${view}`)
  await page.getByRole('grid', { name: view === 'list' ? 'Jobs' : `Matrix of ${revision}` }).waitFor()
  return revision
}

/** Some jobs of the list picked, of which some wait and some run. */
async function pickSome(stage: Stage): Promise<void> {
  await openQueue(stage, 'state:pending,running')
  await pickJobs(stage.page, 14)
}

/** Nothing arrives from now on, for so many minutes. */
async function silence({ farm, pass }: Stage, minutes: number): Promise<void> {
  await farm.order({ faults: [{ fault: 'dropBefore', method: 'GET' }] })
  for (let minute = 0; minute < minutes; minute++) await pass(61)
}

/** Asks for one thing after the other, so that each has come to stand elsewhere. */
async function askForMuch(stage: Stage): Promise<void> {
  const { page, farm, pass } = stage
  const [first, second, third, fourth, fifth] = await ownJobs(page, 5)
  if (!first || !second || !third || !fourth || !fifth) throw new Error('Too few jobs run')
  await press(first, 'Rebuild')
  await passUntil(stage, first, /seen/)
  await farm.order({ faults: [{ fault: 'dropBefore', endpoint: 'rebuildBuild', times: 1 }] })
  await press(second, 'Rebuild')
  await passUntil(stage, second, /unknown/)
  await press(third, 'Rebuild')
  await passUntil(stage, third, /acted on|seen/)
  await press(fourth, 'Cancel')
  await passUntil(stage, fourth, /accepted/)
  // What was announced so far has gone.
  await pass(8)
  await press(fifth, 'Cancel')
  const entry = await activity(page, /^Cancel/)
  await entry.waitFor()
}

/** Every picture by its name, and how it comes about. Each begins on a new farm, at the same time of the same day. */
export const scenes: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  queue: (stage) => openQueue(stage),
  'queue-busy': (stage) => openQueue(stage, '', 'busy'),
  'queue-filtered': async (stage) => {
    await openQueue(stage, 'mochitest')
    await filterBy(stage.page, 'mochitest state:running')
    await expandFirst(stage.page)
    const [first, second] = await ownJobs(stage.page, 2)
    if (!first || !second) throw new Error('Too few jobs run')
    await press(second, 'Rebuild')
    await passUntil(stage, second, /accepted/)
    await press(first, 'Cancel')
    await first.getByText('queued').waitFor()
  },
  'queue-no-match': async ({ page, open }) => {
    await open('/try?q=mochitest-99', 'calm')
    await page.getByText('No jobs match').waitFor()
  },
  'queue-error': async (stage) => {
    await openQueue(stage)
    await silence(stage, 4)
    await stage.page.getByText('Could not refresh try').first().waitFor()
  },
  'queue-stale': async (stage) => {
    await openQueue(stage)
    await silence(stage, 12)
    await stage.page.getByText(/This page is .* old/).waitFor()
  },
  'queue-loading': async ({ page, open }) => {
    await open('/try', 'slow')
    await page.getByText('Loading the jobs of try').waitFor()
  },
  'queue-signed-out': async (stage) => {
    await openQueue(stage, 'state:running', 'signed-out')
    await expandFirst(stage.page)
    const [first] = await ownJobs(stage.page, 1)
    if (!first) throw new Error('No job runs')
    await press(first, 'Cancel')
    await passUntil(stage, stage.page.getByRole('main'), /Read-only: sign in to act/)
  },
  'build-running': async (stage) => {
    await openQueue(stage)
    await openRunningBuild(stage.page)
    await stage.page.getByText('by the newest 100 entries').waitFor()
  },
  'build-failed': (stage) => openJob(stage, 'result:failure mochitest', /failure/),
  'build-merged': (stage) => openJob(stage, 'state:running', /serves \d/),
  'request-pending': async (stage) => {
    await openJob(stage, 'state:pending mochitest', /pending/)
    await stage.page.getByText('Looking at how good').waitFor({ state: 'hidden' })
  },
  'request-cancelled': async (stage) => {
    await openJob(stage, 'state:pending mochitest', /pending/)
    await stage.page.getByRole('button', { name: /^Cancel request/ }).click()
    await passUntil(stage, stage.page.getByRole('main'), /cancelled before it started/)
  },
  activity: async (stage) => {
    await openQueue(stage, 'mochitest state:running')
    await expandFirst(stage.page)
    await askForMuch(stage)
  },
  'queue-picked': pickSome,
  'bulk-cancel': async (stage) => {
    await pickSome(stage)
    await bulkBar(stage.page).getByRole('button', { name: 'Cancel selected' }).click()
    await stage.page.getByRole('alertdialog').waitFor()
  },
  'bulk-sending': async (stage) => {
    const { page } = stage
    await pickSome(stage)
    await bulkBar(page).getByRole('button', { name: 'Rebuild selected' }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Rebuild \d+ jobs$/ })
      .click()
    await passUntil({ ...stage, pass: () => stage.pass(1) }, bulkBar(page), /[5-9] of \d+ sent/)
    const entry = await activity(page, /^Rebuild/)
    await entry.waitFor()
  },
  push: async (stage) => void (await openPush(stage, 'list')),
  'push-matrix': async (stage) => {
    const revision = await openPush(stage, 'matrix')
    const matrix = stage.page.getByRole('grid', { name: `Matrix of ${revision}` })
    await matrix
      .getByRole('link', { name: /, (failure|exception|warnings|running)$/ })
      .first()
      .click()
    await stage.page.getByRole('complementary', { name: 'Selected job' }).waitFor()
  },
  'push-cancel': async (stage) => {
    await openPush(stage, 'list')
    await stage.page.getByRole('button', { name: 'Cancel push' }).click()
    await stage.page.getByRole('alertdialog').waitFor()
  },
  log: async (stage) => {
    await openQueue(stage, 'mochitest state:running')
    await expandFirst(stage.page)
    await askForMuch(stage)
    await stage.page.goto('/jobs')
    await stage.page
      .getByText(/^showing/)
      .first()
      .waitFor()
  },
  help: async ({ page, open }) => {
    await open('/help', 'calm')
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor()
  },
}
