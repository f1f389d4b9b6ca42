import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { newRestoreSearch } from '#src/app/new-restore-search.ts';
import { root } from '#src/app/root-route.ts';
import { LIMITS } from '#src/lib/limits.ts';
import { loadCode } from '#src/lib/load.ts';
import { drafts } from '#src/pages/drafts/route.ts';
import { restore } from '#src/pages/restore/route.ts';
import { common } from '#src/strings/common.ts';

/** Makes a draft, perhaps with machine, point and kind of restore chosen, and goes to its own address. */
export const newRestoreRoute = createRoute({
  getParentRoute: () => root,
  path: '/restore/new',
  staticData: { title: common.restore },
  validateSearch: newRestoreSearch,
  beforeLoad: async ({ search, context }) => {
    const { newRestore } = await loadCode(() => import('#src/app/new-restore.ts'));
    const { field, ...params } = await newRestore(search, context.queries);
    redirect({
      to: restore.path,
      params,
      ...(field === null ? {} : { hash: field }),
      replace: true,
      throw: true,
    });
  },
});

/** A draft without a step: its first one. */
export const draftRoute = createRoute({
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
export const stepRoute = createRoute({
  getParentRoute: () => root,
  path: restore.path,
  staticData: { title: common.restore },
  loader: async ({ params }) => {
    await restore.load(params);
  },
  // A step that takes longer than that is drawn by the wizard itself, which stays.
  pendingMs: 2 * LIMITS.pageMs,
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/restore/RestorePage.tsx')),
    'RestorePage',
  ),
});

/** All drafts of this browser. */
export const draftsRoute = createRoute({
  getParentRoute: () => root,
  path: drafts.path,
  staticData: { title: common.drafts },
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/drafts/DraftsPage.tsx')),
    'DraftsPage',
  ),
});
