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
import * as z from 'zod/mini';
import { NotFoundPage } from '#src/app/NotFoundPage.tsx';
import { RouteErrorPage } from '#src/app/RouteErrorPage.tsx';
import { Shell } from '#src/app/Shell.tsx';
import { instanceFromAddress } from '#src/api/arm/address.ts';
import { instance } from '#src/pages/instance/route.ts';
import { instances } from '#src/pages/instances/route.ts';
import { job } from '#src/pages/job/route.ts';
import { jobs } from '#src/pages/jobs/route.ts';
import { overview } from '#src/pages/overview/route.ts';
import { focusField } from '#src/ui/focus-field.ts';

interface RouterContext {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const overviewRoute = createRoute({
  getParentRoute: () => root,
  path: overview.path,
  loader: ({ context }) => overview.load(context.queries),
  component: lazyRouteComponent(
    () => import('#src/pages/overview/OverviewPage.tsx'),
    'OverviewPage',
  ),
});

const instancesRoute = createRoute({
  getParentRoute: () => root,
  path: instances.path,
  validateSearch: instances.search,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => instances.load(context.queries, deps),
  component: lazyRouteComponent(
    () => import('#src/pages/instances/InstancesPage.tsx'),
    'InstancesPage',
  ),
});

const instanceRoute = createRoute({
  getParentRoute: () => root,
  path: instance.path,
  validateSearch: instance.search,
  loader: ({ context, params }) => instance.load(context.queries, params),
  component: lazyRouteComponent(
    () => import('#src/pages/instance/InstancePage.tsx'),
    'InstancePage',
  ),
});

const jobsRoute = createRoute({
  getParentRoute: () => root,
  path: jobs.path,
  validateSearch: jobs.search,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => jobs.load(context.queries, deps),
  component: lazyRouteComponent(() => import('#src/pages/jobs/JobsPage.tsx'), 'JobsPage'),
});

const jobRoute = createRoute({
  getParentRoute: () => root,
  path: job.path,
  loader: ({ context, params }) => job.load(context.queries, params),
  component: lazyRouteComponent(() => import('#src/pages/job/JobPage.tsx'), 'JobPage'),
});

/** Makes a draft, perhaps with its machine chosen, and goes to its own address. */
const newRestoreRoute = createRoute({
  getParentRoute: () => root,
  path: '/restore/new',
  validateSearch: z.object({
    instance: z.optional(z.coerce.string()),
    point: z.optional(z.coerce.string()),
  }),
  beforeLoad: async ({ search }) => {
    const { createDraft } = await import('#src/wizard/draft/store.ts');
    const chosen = search.instance === undefined ? null : instanceFromAddress(search.instance);
    const point = chosen === null ? null : (search.point ?? null);
    const draftId = createDraft({ instance: chosen, point });
    const step =
      chosen === null ? 'datasource' : point === null ? 'restore-point' : 'configuration';
    redirect({
      to: '/restore/$draftId/$step',
      params: { draftId, step },
      replace: true,
      throw: true,
    });
  },
});

const draftRoute = createRoute({
  getParentRoute: () => root,
  path: '/restore/$draftId',
  beforeLoad: ({ params }) => {
    redirect({
      to: '/restore/$draftId/$step',
      params: { ...params, step: 'datasource' },
      replace: true,
      throw: true,
    });
  },
});

const stepRoute = createRoute({
  getParentRoute: () => root,
  path: '/restore/$draftId/$step',
  component: lazyRouteComponent(() => import('#src/pages/restore/RestorePage.tsx'), 'RestorePage'),
});

/** The router of the application: every address there is. */
export function createAppRouter(queries: QueryClient) {
  const router = createRouter({
    routeTree: root.addChildren([
      overviewRoute,
      instancesRoute,
      instanceRoute,
      jobsRoute,
      jobRoute,
      newRestoreRoute,
      draftRoute,
      stepRoute,
    ]),
    context: { queries },
    // Values are text as typed: read as JSON, the name of a recovery point would lose digits.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith(String),
    defaultPreload: 'intent',
    defaultErrorComponent: RouteErrorPage,
    scrollRestoration: true,
  });
  router.subscribe('onRendered', ({ fromLocation, toLocation, hashChanged }) => {
    if (fromLocation === undefined) return;
    const isElsewhere = meant(fromLocation.pathname) !== meant(toLocation.pathname);
    if (isElsewhere || hashChanged) focusArrival(toLocation.hash);
  });
  return router;
}

/** A path as it is meant: `;` typed by a person and `%3B` written by the router are one place. */
function meant(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Puts focus where the eye should go after a change of place: the field named, else the heading. */
function focusArrival(field: string): void {
  if (focusField(field)) return;
  const heading =
    document.querySelector<HTMLElement>('[data-arrival]') ?? document.querySelector('h1');
  heading?.focus();
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
