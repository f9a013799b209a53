import type { Browser } from '@playwright/test'
import { settle } from './browser.ts'
import type { Visit } from './browser.ts'
import { traced } from './trace.ts'

/** What is typed, key by key: words that leave much, little and another view of the same. */
const words = ['mochi', 'linux opt', 'state:running']

/** Milliseconds from each key's event to the frame with the rows it leads to; and the longest main-thread task. */
export type Typing = { keystrokes: number[]; task: number }

/** Presses keys in the filter, each when the last one has been answered. */
export async function typing(browser: Browser, visit: Visit): Promise<Typing> {
  const { page, probe } = visit
  const filter = page.getByRole('searchbox', { name: 'Filter jobs' })
  await filter.focus()
  const { result: keystrokes, tasks } = await traced(browser, page, async () => {
    const took: number[] = []
    for (const word of words) {
      for (const key of word) {
        await probe.evaluate((watched) => void (watched.paints.length = 0))
        await page.keyboard.press(key === ' ' ? 'Space' : key)
        await settle(visit, 120)
        const { last, pressed } = await probe.evaluate(({ paints, keys }) => ({
          last: paints.at(-1),
          pressed: keys.at(-1),
        }))
        if (last && pressed !== undefined) took.push(last.at - pressed)
      }
      await filter.fill('')
      await settle(visit, 500)
    }
    return took
  })
  return { keystrokes, task: tasks.between(0, Infinity).longest }
}

export type Scrolling = { fps: number; task: number; elements: number }

const FRAMES = 180

/** Scrolls 60 px a frame from the top. */
export async function scrolling(browser: Browser, visit: Visit): Promise<Scrolling> {
  const { page, probe } = visit
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await settle(visit, 500)
  await probe.evaluate((watched) => void (watched.elements = 0))
  const { result, tasks } = await traced(browser, page, () =>
    page.evaluate(
      (frames) =>
        new Promise<{ from: number; to: number }>((resolve) => {
          const from = performance.now()
          let left = frames
          const step = () => {
            scrollBy({ top: 60, behavior: 'instant' })
            if (--left > 0) requestAnimationFrame(step)
            else resolve({ from, to: performance.now() })
          }
          requestAnimationFrame(step)
        }),
      FRAMES,
    ),
  )
  const { from, to } = result
  return {
    fps: (FRAMES / (to - from)) * 1000,
    task: tasks.between(from, to).longest,
    elements: await probe.evaluate((watched) => watched.elements),
  }
}

/** Opens the push of `revision` to its last job and scrolls through it: the most elements that the document ever held. */
export async function opening(visit: Visit, revision: string): Promise<number> {
  const { page, probe } = visit
  await page.getByRole('searchbox', { name: 'Filter jobs' }).fill(revision)
  await settle(visit, 500)
  const push = page.getByRole('row', { name: `Push ${revision}` })
  await push.getByRole('button', { name: `Jobs of ${revision}` }).click()
  const more = page.getByRole('button', { name: /^show [\d,]+ more$/ })
  const foot = page.getByRole('treegrid', { name: 'Jobs' }).getByText(/worst first/)
  await probe.evaluate((watched) => void (watched.elements = 0))
  for (let wheel = 0; wheel < 400 && !(await foot.isVisible()); wheel++) await page.mouse.wheel(0, 600)
  if (await more.isVisible()) await more.click()
  for (let wheel = 0; wheel < 20; wheel++) {
    await page.mouse.wheel(0, 600)
    await settle(visit, 30)
  }
  return probe.evaluate((watched) => watched.elements)
}
