import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { BrowserRouter } from 'react-router'
import { Pages } from './Pages.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import { keepAppearance } from './appearance.ts'
import '../ui/base.css'

/** Mounts the whole app into `root`. What it stands on (client, outbox) is put together before, in `compose.ts`. */
export function mount(root: HTMLElement, queryClient: QueryClient): void {
  keepAppearance()
  createRoot(root).render(
    <PageBoundary place="">
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <Pages />
        </BrowserRouter>
      </QueryClientProvider>
    </PageBoundary>,
  )
}
