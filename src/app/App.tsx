import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { RouterProvider, createBrowserRouter } from 'react-router'
import { KeyListener } from '../commands/KeyListener.tsx'
import { keepAppearance } from './appearance.ts'
import { routes } from './routes.tsx'
import '../ui/base.css'

/** Mounts the whole app into `root`. What it stands on (client, outbox) is put together before, in `compose.ts`. */
export function mount(root: HTMLElement, queryClient: QueryClient): void {
  keepAppearance()
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={createBrowserRouter(routes)} />
      <KeyListener />
    </QueryClientProvider>,
  )
}
