/**
 * Takes away the service worker that a demo build left on this origin: it could answer for the real farm.
 * A page that it controls is loaded anew, once, since a worker keeps the pages that it has until they go.
 * Gives null: nothing of it keeps the app from starting.
 */
export async function retireDemoWorker(): Promise<null> {
  if (!('serviceWorker' in navigator)) return null
  try {
    const registrations = await navigator.serviceWorker.getRegistrations()
    const workers = registrations.filter(({ active, waiting, installing }) => isDemo(active ?? waiting ?? installing))
    await Promise.all(workers.map((registration) => registration.unregister()))
  } catch {
    // Storage is blocked: then no worker could have been left either.
  }
  const [visit] = performance.getEntriesByType('navigation')
  const again = visit instanceof PerformanceNavigationTiming && visit.type === 'reload'
  if (!again && isDemo(navigator.serviceWorker.controller)) location.reload()
  return null
}

const isDemo = (worker: ServiceWorker | null): boolean =>
  worker !== null && new URL(worker.scriptURL).pathname.endsWith('/mockServiceWorker.js')
