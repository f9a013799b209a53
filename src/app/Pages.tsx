import { lazy } from 'react'
import type { ComponentType } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { paths, patterns, reservedWords } from '../domain/paths.ts'
import { usePreferences } from '../stores/preferences.ts'
import { Shell } from './Shell.tsx'

/** A page that comes when it is first needed: a module that exports `Component`. */
const page = (load: () => Promise<{ Component: ComponentType }>) =>
  lazy(async () => ({ default: (await load()).Component }))

const Queue = page(() => import('../pages/queue/QueuePage.tsx'))
const Build = page(() => import('../pages/build/BuildPage.tsx'))
const Request = page(() => import('../pages/request/RequestPage.tsx'))
const Push = page(() => import('../pages/push/PushPage.tsx'))
const Job = page(() => import('../pages/job/JobPage.tsx'))
const Settings = page(() => import('../pages/settings/SettingsPage.tsx'))
const Help = page(() => import('../pages/help/HelpPage.tsx'))
const Log = page(() => import('../pages/jobs/JobsPage.tsx'))
const NotFound = page(() => import('../pages/notFound/NotFoundPage.tsx'))

/**
 * Every address and its page, inside the shell, which stays. The router's data mode is left out: the queries hold the
 * data here, and it would cost the first view another 17 kB.
 */
export const Pages = () => (
  <Routes>
    <Route element={<Shell />}>
      <Route path={patterns.home} element={<Home />} />
      <Route path={patterns.job} element={<Job />} />
      <Route path={patterns.settings} element={<Settings />} />
      <Route path={patterns.help} element={<Help />} />
      <Route path={patterns.log} element={<Log />} />
      <Route path={patterns.queue} element={<Queue />} />
      <Route path={patterns.build} element={<Build />} />
      <Route path={patterns.request} element={<Request />} />
      <Route path={patterns.push} element={<Push />} />
      {reservedWords.map((word) => (
        <Route key={word} path={`/${word}/*`} element={<NotFound />} />
      ))}
      <Route path="*" element={<NotFound />} />
    </Route>
  </Routes>
)

/** `/` leads to the branch visited last. */
function Home() {
  const branch = usePreferences((preferences) => preferences.lastBranch) ?? 'try'
  return <Navigate to={paths.queue(branch)} replace />
}
