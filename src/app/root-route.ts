import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { NotFoundPage } from '#src/app/NotFoundPage.tsx';
import { Shell } from '#src/app/Shell.tsx';

interface RouterContext {
  readonly queries: QueryClient;
}

/** What is around every page, and there where no page is. */
export const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});
