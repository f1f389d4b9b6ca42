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
import { causeOf } from '#src/app/cause-of.ts';
import { NotFoundPage } from '#src/app/NotFoundPage.tsx';
import { RouteErrorPage } from '#src/app/RouteErrorPage.tsx';
import { Shell } from '#src/app/Shell.tsx';
import { instanceFromAddress } from '#src/api/arm/address.ts';
import { MENDING_FIELDS, type MendingField } from '#src/model/mending.ts';
import { datasourceOf } from '#src/model/instance-list.ts';
import { instance } from '#src/pages/instance/route.ts';
import { instances } from '#src/pages/instances/route.ts';
import { job } from '#src/pages/job/route.ts';
import { jobs } from '#src/pages/jobs/route.ts';
import { overview } from '#src/pages/overview/route.ts';
import { rules } from '#src/pages/rules/route.ts';
import { vault } from '#src/pages/vault/route.ts';
import { vaults } from '#src/pages/vaults/route.ts';
import { whatHappened } from '#src/pages/what-happened/route.ts';
import { focusField } from '#src/ui/focus-field.ts';

interface RouterContext {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const listPages = () => import('#src/app/list-pages.ts');
const rulePages = () => import('#src/app/rule-pages.ts');

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
  component: lazyRouteComponent(listPages, 'InstancesPage'),
});

const instanceRoute = createRoute({
  getParentRoute: () => root,
  path: instance.path,
  validateSearch: instance.search,
  loaderDeps: ({ search: { view } }) => ({ view }),
  loader: ({ context, params, deps }) => instance.load(context.queries, params, deps),
  component: lazyRouteComponent(rulePages, 'InstancePage'),
});

const jobsRoute = createRoute({
  getParentRoute: () => root,
  path: jobs.path,
  validateSearch: jobs.search,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => jobs.load(context.queries, deps),
  component: lazyRouteComponent(listPages, 'JobsPage'),
});

const jobRoute = createRoute({
  getParentRoute: () => root,
  path: job.path,
  loader: ({ context, params }) => job.load(context.queries, params),
  component: lazyRouteComponent(listPages, 'JobPage'),
});

const rulesRoute = createRoute({
  getParentRoute: () => root,
  path: rules.path,
  validateSearch: rules.search,
  component: lazyRouteComponent(rulePages, 'RulesPage'),
});

/** When they cannot be fetched, the page cannot be drawn either and says so. */
const ignore = () => undefined;

const vaultsRoute = createRoute({
  getParentRoute: () => root,
  path: vaults.path,
  validateSearch: vaults.search,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    listPages().then(({ loadVaults }) => loadVaults(context.queries, deps), ignore);
  },
  component: lazyRouteComponent(listPages, 'VaultsPage'),
});

const vaultRoute = createRoute({
  getParentRoute: () => root,
  path: vault.path,
  loader: ({ context, params }) => {
    listPages().then(({ loadVault }) => loadVault(context.queries, params.vaultId), ignore);
  },
  component: lazyRouteComponent(listPages, 'VaultPage'),
});

const whatHappenedRoute = createRoute({
  getParentRoute: () => root,
  path: whatHappened.path,
  validateSearch: whatHappened.search,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => whatHappened.load(context.queries, deps),
  component: lazyRouteComponent(rulePages, 'WhatHappenedPage'),
});

/** Makes a draft, perhaps with machine, point and kind of restore chosen, and goes to its own address. */
const newRestoreRoute = createRoute({
  getParentRoute: () => root,
  path: '/restore/new',
  validateSearch: z.object({
    instance: z.optional(z.coerce.string()),
    point: z.optional(z.coerce.string()),
    option: z.catch(z.optional(z.enum(['createVm', 'restoreDisks', 'replaceDisks'])), undefined),
    // The router reads a figure as a number.
    zone: z.catch(z.optional(z.coerce.string()), undefined),
    /** In which of the vault's two regions it is restored. */
    view: z.catch(z.optional(z.enum(['primary', 'secondary'])), undefined),
    /** What is down, as the person says. */
    outage: z.catch(z.optional(z.enum(['none', 'zone', 'region'])), undefined),
    /** What has happened, and until when the machine was good. */
    what: z.optional(z.coerce.string()),
    before: z.optional(z.coerce.string()),
    /** A job whose restore is to be begun once more. */
    again: z.optional(z.coerce.string()),
    /** What mends the restore of that job. */
    mend: z.catch(z.optional(z.enum(MENDING_FIELDS)), undefined),
    /** A constraint that is to be met, in the demo alone. */
    rule: z.optional(z.coerce.string()),
  }),
  beforeLoad: async ({ search, context }) => {
    const { again, mend = null } = search;
    if (again !== undefined) await goAgain(again, mend, context.queries);
    if (__DEMO__ && search.rule !== undefined) await goToRule(search.rule);
    const { createDraft } = await import('#src/wizard/draft/store.ts');
    const chosen = search.instance === undefined ? null : instanceFromAddress(search.instance);
    const point = chosen === null ? null : (search.point ?? null);
    const { option, zone, outage = null, view } = search;
    const draftId = createDraft(
      { instance: chosen, point, ...(ofDisk(chosen) ?? regionOf(view)) },
      point === null || option === undefined ? {} : { option, zone: zone ?? null, outage },
      causeOf(search),
    );
    const step =
      chosen === null ? stepWithout(view) : point === null ? 'restore-point' : 'configuration';
    redirect({
      to: '/restore/$draftId/$step',
      params: { draftId, step },
      replace: true,
      throw: true,
    });
  },
});

/** Where one begins with no machine: in the secondary region the datasource is settled. */
function stepWithout(view: 'primary' | 'secondary' | undefined) {
  return view === 'secondary' ? 'instance' : 'datasource';
}

/** A disk that was chosen by its address settles the datasource; null: none was. */
function ofDisk(chosen: string | null) {
  return chosen !== null && datasourceOf(chosen) === 'disk'
    ? ({ datasource: 'azure-disk' } as const)
    : null;
}

/** There is a secondary region for virtual machines alone. */
function regionOf(view: 'primary' | 'secondary' | undefined) {
  return view === 'secondary' ? ({ datasource: 'azure-vm', regionView: view } as const) : {};
}

/** To a draft like the one that led to a job. */
async function goAgain(
  address: string,
  mend: MendingField | null,
  queries: QueryClient,
): Promise<void> {
  const { draftAgain } = await import('#src/app/restore-again.ts');
  const { field, ...params } = await draftAgain(address, mend, queries);
  redirect({
    to: '/restore/$draftId/$step',
    params,
    ...(field === null ? {} : { hash: field }),
    replace: true,
    throw: true,
  });
}

/** To a draft of the demo's own world in which a constraint is met. */
async function goToRule(id: string): Promise<void> {
  const { draftOfRule } = await import('#src/app/rule-draft.ts');
  const made = draftOfRule(id);
  if (made !== null)
    redirect({ to: '/restore/$draftId/$step', params: made, replace: true, throw: true });
}

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
      rulesRoute,
      vaultsRoute,
      vaultRoute,
      whatHappenedRoute,
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
    // One constraint alone is another page to who reads it, although only the search differs.
    const isOtherRule = ruleIn(fromLocation.search) !== ruleIn(toLocation.search);
    if (isElsewhere || hashChanged || isOtherRule) focusArrival(toLocation.hash);
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

/** The one constraint that an address shows. */
function ruleIn(search: object): unknown {
  return 'rule' in search ? search.rule : undefined;
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
