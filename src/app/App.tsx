import { FluentProvider, makeStaticStyles } from '@fluentui/react-components';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CatchBoundary, RouterContextProvider } from '@tanstack/react-router';
import { signInAgain } from '#src/api/arm/pipeline.ts';
import { isSignedInSince } from '#src/api/arm/sign-in-state.ts';
import { goOn } from '#src/app/arrivals.ts';
import { createQueries, keepFresh } from '#src/app/query-client.ts';
import { RouteErrorPage } from '#src/app/RouteErrorPage.tsx';
import { createAppRouter } from '#src/app/router.ts';
import { Shell } from '#src/app/Shell.tsx';
import { SimulationContext, type SimulationParts } from '#src/app/simulation.ts';
import { useTheme } from '#src/app/theme.ts';
import { type SignIn, SignInContext } from '#src/ui/states.tsx';
import { titleWhatIsCut } from '#src/ui/dom.ts';

// What the browser would draw otherwise: an edge around the application, and folds too low to be hit.
const useBrowserStyles = makeStaticStyles({
  body: { margin: 0 },
  // Names of any length stay in their places.
  bdi: { overflowWrap: 'anywhere' },
  summary: { minHeight: '24px', cursor: 'pointer' },
});

/** What an application is drawn with, from the first frame to the last. */
export interface Application {
  readonly queries: QueryClient;
  readonly router: ReturnType<typeof createAppRouter>;
  /** Before the first query: what needs clock, storage and owner. */
  readonly settle: () => void;
}

export function newApplication(): Application {
  const queries = createQueries();
  const router = createAppRouter(queries);
  // Its code comes beside what is waited for. Where it doesn't, the page says so.
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname);
  for (const route of routes) router.loadRouteChunk(route)?.catch(() => undefined);
  const settle = (): void => {
    keepFresh(queries);
    goOn(router.history, router.options.stringifySearch);
  };
  return { queries, router, settle };
}

export interface AppProps extends Omit<Application, 'settle'> {
  /** What a demo adds; null in a live build. */
  readonly simulation: SimulationParts | null;
  /** Whether simulation or sign-in is settled. */
  readonly isSettled: boolean;
}

const signIn: SignIn = { again: () => void signInAgain(), isDoneSince: isSignedInSince };

/** The application: theme, cache and routes. */
export function App({ queries, router, simulation, isSettled }: AppProps) {
  useBrowserStyles();
  const { theme } = useTheme();
  return (
    <FluentProvider theme={theme} onPointerOver={titleWhatIsCut}>
      <SimulationContext value={simulation}>
        <SignInContext value={signIn}>
          <QueryClientProvider client={queries}>
            <RouterContextProvider router={router}>
              <CatchBoundary getResetKey={() => ''} errorComponent={RouteErrorPage}>
                <Shell isSettled={isSettled} />
              </CatchBoundary>
            </RouterContextProvider>
          </QueryClientProvider>
        </SignInContext>
      </SimulationContext>
    </FluentProvider>
  );
}
