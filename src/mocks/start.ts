import { http } from 'msw'
import { setupWorker } from 'msw/browser'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import type { FarmAnswer, FarmAsk } from '../farm/farm.ts'
import { DemoPanel } from './DemoPanel.tsx'
import { openDemoControl } from './demoControl.ts'
import { takeTime, toAsk, toResponse } from './exchange.ts'
import { startFarmWorker } from './farmClient.ts'

/**
 * Puts the simulated farm under the page's `fetch`, and its panel on the page.
 * Gives null, or the sentence that says why there is no demo in this browser.
 */
export async function startDemo(): Promise<string | null> {
  try {
    const control = await openDemoControl()
    await answerFetch(startFarmWorker())
    const element = document.createElement('div')
    element.id = 'demo'
    document.body.append(element)
    createRoot(element).render(createElement(DemoPanel, { control }))
    return null
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return `The demo's farm could not start (${reason}). It needs a service worker and storage: allow both for this page, and open it as https:// or on localhost.`
  }
}

async function answerFetch(askFarm: (ask: FarmAsk) => Promise<FarmAnswer>): Promise<void> {
  const prefix = document.querySelector<HTMLMetaElement>('meta[name="self-serve-api"]')?.content ?? '/buildapi'
  const worker = setupWorker(
    http.all('*', async ({ request }) => {
      if (!request.url.startsWith(`${location.origin}/`)) return undefined
      // The page's clock, so that a test that moves it moves the farm too.
      const ask = await toAsk(request, prefix, Date.now() / 1000)
      if (!ask) return undefined
      const answer = await askFarm(ask)
      await takeTime(answer.delay, request.signal)
      return toResponse(answer)
    }),
  )
  await worker.start({
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
    onUnhandledRequest: 'bypass',
    quiet: true,
  })
}
