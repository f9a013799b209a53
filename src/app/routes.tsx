import { redirect } from 'react-router'
import type { RouteObject } from 'react-router'
import { paths, patterns } from '../domain/paths.ts'
import { preferences } from '../stores/preferences.ts'
import { LoadingRows } from '../ui/panels.tsx'
import { PageError } from './PageError.tsx'
import { Shell } from './Shell.tsx'

/** Every address and its page. Pages come when they are first needed; the shell around them stays. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary: PageError,
    children: [
      {
        ErrorBoundary: PageError,
        HydrateFallback: LoadingRows,
        children: [
          {
            path: patterns.home,
            element: null,
            loader: () => redirect(paths.queue(preferences.getState().lastBranch ?? 'try')),
          },
          { path: patterns.job, lazy: () => import('../pages/job/JobPage.tsx') },
          { path: patterns.settings, lazy: () => import('../pages/settings/SettingsPage.tsx') },
          { path: patterns.queue, lazy: () => import('../pages/queue/QueuePage.tsx') },
          { path: patterns.build, lazy: () => import('../pages/build/BuildPage.tsx') },
          { path: patterns.request, lazy: () => import('../pages/request/RequestPage.tsx') },
          { path: '*', lazy: () => import('../pages/notFound/NotFoundPage.tsx') },
        ],
      },
    ],
  },
]
