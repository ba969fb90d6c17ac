import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Frame } from './screens/frame/frame.tsx'
import { Lost } from './screens/frame/lost.tsx'
import { ReportScreen } from './screens/report/report-screen.tsx'
import { StartScreen } from './screens/start/start-screen.tsx'
import { parseSearch, type Search, searchText } from './url.ts'

const root = createRootRoute({ component: Frame, notFoundComponent: Lost, validateSearch: asSearch })

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartScreen })

const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$collection/$report',
  component: ReportScreen,
})

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('./screens/data/data-screen.tsx'), 'DataScreen'),
})

const goals = createRoute({
  getParentRoute: () => root,
  path: '/goals',
  component: lazyRouteComponent(() => import('./screens/goals/goals-screen.tsx'), 'GoalsScreen'),
})

export const router = createRouter({
  routeTree: root.addChildren([start, report, data, goals]),
  parseSearch,
  stringifySearch: (search) => searchText(asSearch(search)),
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** `parseSearch` is the only maker of searches. */
function asSearch(search: Record<string, unknown>): Search {
  return search as Search
}
