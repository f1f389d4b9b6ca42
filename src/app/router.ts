import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  redirect,
  stringifySearchWith,
} from '@tanstack/react-router';
import { ShownPage } from '#src/app/Shell.tsx';
import { followArrivals } from '#src/app/page-arrival.ts';
import { configProblem } from '#src/app/deployment.ts';
import { newRestoreSearch } from '#src/app/new-restore-search.ts';
import { NotFoundPage, PendingPage, RouteErrorPage } from '#src/app/route-pages.tsx';
import { basePath } from '#src/lib/base.ts';
import { LIMITS } from '#src/lib/limits.ts';
import { loadCode } from '#src/lib/load.ts';
import {
  draftsPage,
  instancesPage,
  restorePage,
  settingsPage,
  vaultPage,
  vaultsPage,
  whatHappenedPage,
} from '#src/pages/routes.ts';
import { vendorFitPage, instancePage } from '#src/pages/instance/route.ts';
import { jobPage, jobRecordPage, jobTaskPage } from '#src/pages/job/route.ts';
import { jobsPage } from '#src/pages/jobs/route.ts';
import { leftoversPage } from '#src/pages/leftovers/route.ts';
import { overviewPage } from '#src/pages/overview/route.ts';
import { rulesPage } from '#src/pages/rules/route.ts';
import { common } from '#src/strings/common.ts';
import { shell } from '#src/strings/shell.ts';

interface RouterContext {
  readonly queries: QueryClient;
}

/** The page itself, and what is there where no page is. */
const root = createRootRouteWithContext<RouterContext>()({
  component: ShownPage,
  notFoundComponent: NotFoundPage,
});

/** Makes a draft, perhaps with machine, point and kind of restore chosen, and goes to its own address. */
const newRestoreRoute = createRoute({
  getParentRoute: () => root,
  path: '/restore/new',
  staticData: { title: common.restore },
  validateSearch: newRestoreSearch,
  beforeLoad: async ({ search, context }) => {
    const { newRestore } = await loadCode(() => import('#src/app/new-restore.ts'));
    const { field, ...params } = await newRestore(search, context.queries);
    redirect({
      to: restorePage.path,
      params,
      ...(field === null ? {} : { hash: field }),
      replace: true,
      throw: true,
    });
  },
});

/** A draft without a step: its first one. */
const draftRoute = createRoute({
  getParentRoute: () => root,
  path: '/restore/$draftId',
  staticData: { title: common.restore },
  beforeLoad: ({ params }) => {
    redirect({
      to: '/restore/$draftId/$step',
      params: { ...params, step: 'datasource' },
      replace: true,
      throw: true,
    });
  },
});

/** A step of a draft. */
const stepRoute = createRoute({
  getParentRoute: () => root,
  path: restorePage.path,
  staticData: { title: common.restore },
  loader: async ({ params }) => {
    await restorePage.load(params);
  },
  // A step that takes longer than that is drawn by the wizard itself, which stays.
  pendingMs: 2 * LIMITS.pageMs,
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/RestorePage.tsx')),
    'RestorePage',
  ),
});

/** All drafts of this browser. */
const draftsRoute = createRoute({
  getParentRoute: () => root,
  path: draftsPage.path,
  staticData: { title: common.drafts },
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/DraftsPage.tsx')),
    'DraftsPage',
  ),
});

/** Settings, with what is wrong with the deployment's configuration. */
const settingsRoute = createRoute({
  getParentRoute: () => root,
  path: settingsPage.path,
  staticData: { title: shell.settings, hasSubtitle: false },
  loader: () => settingsPage.load(configProblem()),
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/SettingsPage.tsx')),
    'SettingsPage',
  ),
});

const { starting } = shell;

const listPages = () => loadCode(() => import('#src/app/list-pages.ts'));
const rulePages = () => loadCode(() => import('#src/app/rule-pages.ts'));

const overviewRoute = createRoute({
  getParentRoute: () => root,
  path: overviewPage.path,
  staticData: { title: common.overview, isTop: true },
  loader: ({ context }) => overviewPage.load(context.queries),
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/overview/OverviewPage.tsx')),
    'OverviewPage',
  ),
});

const instancesRoute = createRoute({
  getParentRoute: () => root,
  path: instancesPage.path,
  staticData: { title: common.backupInstances, hasSubtitle: false },
  validateSearch: instancesPage.search,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => instancesPage.load(context.queries, deps),
  component: lazyRouteComponent(listPages, 'InstancesPage'),
});

const instanceRoute = createRoute({
  getParentRoute: () => root,
  path: instancePage.path,
  staticData: { title: starting.instance },
  validateSearch: instancePage.search,
  loaderDeps: ({ search: { view } }) => ({ view }),
  loader: ({ context, params, deps }) => instancePage.load(context.queries, params, deps),
  component: lazyRouteComponent(listPages, 'InstancePage'),
});

const fitRoute = createRoute({
  getParentRoute: () => root,
  path: vendorFitPage.path,
  staticData: { title: starting.instance },
  validateSearch: vendorFitPage.search,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => vendorFitPage.load(params, deps),
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/instance/FitPage.tsx')),
    'FitPage',
  ),
});

const jobsRoute = createRoute({
  getParentRoute: () => root,
  path: jobsPage.path,
  staticData: { title: common.backupJobs, hasSubtitle: false },
  validateSearch: jobsPage.search,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => jobsPage.load(context.queries, deps),
  component: lazyRouteComponent(listPages, 'JobsPage'),
});

const jobRoute = createRoute({
  getParentRoute: () => root,
  path: jobPage.path,
  staticData: { title: starting.job },
  loader: ({ context, params }) => jobPage.load(context.queries, params),
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/job/JobPage.tsx')),
    'JobPage',
  ),
});

const jobTaskRoute = createRoute({
  getParentRoute: () => root,
  path: jobTaskPage.path,
  staticData: { title: starting.job },
  loader: ({ context, params }) => jobTaskPage.load(context.queries, params),
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/job/JobPage.tsx')),
    'JobTaskPage',
  ),
});

const recordRoute = createRoute({
  getParentRoute: () => root,
  path: jobRecordPage.path,
  staticData: { title: starting.job },
  loader: ({ context, params }) => jobRecordPage.load(context.queries, params),
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/job/RecordPage.tsx')),
    'RecordPage',
  ),
});

const leftoversRoute = createRoute({
  getParentRoute: () => root,
  path: leftoversPage.path,
  staticData: { title: common.leftovers, hasSubtitle: false },
  loader: () => leftoversPage.load(),
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/leftovers/LeftoversPage.tsx')),
    'LeftoversPage',
  ),
});

const rulesRoute = createRoute({
  getParentRoute: () => root,
  path: rulesPage.path,
  staticData: { title: common.constraints },
  validateSearch: rulesPage.search,
  component: lazyRouteComponent(rulePages, 'RulesPage'),
});

const vaultsRoute = createRoute({
  getParentRoute: () => root,
  path: vaultsPage.path,
  staticData: { title: common.vaults, hasSubtitle: false },
  validateSearch: vaultsPage.search,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => vaultsPage.load(context.queries, deps),
  component: lazyRouteComponent(listPages, 'VaultsPage'),
});

const vaultRoute = createRoute({
  getParentRoute: () => root,
  path: vaultPage.path,
  staticData: { title: starting.vault },
  loader: ({ context, params }) => vaultPage.load(context.queries, params),
  component: lazyRouteComponent(listPages, 'VaultPage'),
});

const whatHappenedRoute = createRoute({
  getParentRoute: () => root,
  path: whatHappenedPage.path,
  staticData: { title: starting.whatHappened },
  validateSearch: whatHappenedPage.search,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => whatHappenedPage.load(context.queries, deps),
  component: lazyRouteComponent(rulePages, 'WhatHappenedPage'),
});

/** The router of the application: every address there is. */
export function createAppRouter(queries: QueryClient) {
  const stringifySearch = stringifySearchWith(String);
  const router = createRouter({
    routeTree: root.addChildren([
      overviewRoute,
      instancesRoute,
      instanceRoute,
      fitRoute,
      jobsRoute,
      jobRoute,
      jobTaskRoute,
      recordRoute,
      draftsRoute,
      leftoversRoute,
      rulesRoute,
      vaultsRoute,
      vaultRoute,
      whatHappenedRoute,
      settingsRoute,
      newRestoreRoute,
      draftRoute,
      stepRoute,
    ]),
    context: { queries },
    basepath: basePath(),
    // Values are text as typed: read as JSON, the name of a recovery point would lose digits.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: RouteErrorPage,
    defaultPendingComponent: PendingPage,
    defaultPendingMs: LIMITS.pageMs,
    scrollRestoration: true,
    // In a low window it scrolls, not the document.
    scrollToTopSelectors: ['main'],
  });
  followArrivals(router);
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
