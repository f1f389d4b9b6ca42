import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { NotFoundPage } from '#src/app/NotFoundPage.tsx';
import { ShownPage } from '#src/app/ShownPage.tsx';

interface RouterContext {
  readonly queries: QueryClient;
}

/** The page itself, and what is there where no page is. */
export const root = createRootRouteWithContext<RouterContext>()({
  component: ShownPage,
  notFoundComponent: NotFoundPage,
});
