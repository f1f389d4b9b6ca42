import { FluentProvider, makeStaticStyles } from '@fluentui/react-components';
import { type Query, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CatchBoundary, RouterContextProvider } from '@tanstack/react-router';
import { signInAgain } from '#src/api/arm/pipeline.ts';
import { isSignedInSince } from '#src/api/arm/sign-in-state.ts';
import { followReads, isReadHeldBack, provideJobSources } from '#src/api/queries/jobs.ts';
import { rememberingCache } from '#src/api/queries/query.ts';
import { Shell } from '#src/app/Shell.tsx';
import { SimulationContext, type SimulationParts } from '#src/app/SimulationFrame.tsx';
import { goOn } from '#src/app/page-arrival.ts';
import { RouteErrorPage } from '#src/app/route-pages.tsx';
import { createAppRouter } from '#src/app/router.ts';
import { useTheme } from '#src/app/theme.ts';
import { JOB_SOURCES } from '#src/datasources/registry.ts';
import { onWake } from '#src/lib/browser.ts';
import { onClockJump } from '#src/lib/clock.ts';
import { addRestCheck, onNewVisit, onReadsCounted } from '#src/lib/page-state.ts';
import { titleWhatIsCut } from '#src/ui/dom.ts';
import { type SignIn, SignInContext } from '#src/ui/states.tsx';

/** The cache of Azure's answers. The pipeline repeats reads, so the cache doesn't. */
function createQueries(): QueryClient {
  provideJobSources(JOB_SOURCES);
  return new QueryClient({
    queryCache: rememberingCache(),
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, networkMode: 'always', refetchOnReconnect: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/**
 * Before the first query, once clock and owner are known: a changed clock makes everything in view stale, and a computer
 * that slept makes all polled data stale.
 */
function keepFresh(queries: QueryClient): void {
  const stops = [
    onClockJump(() => void queries.invalidateQueries({ refetchType: 'active' })),
    onWake(() => {
      // What is read once says how old it is; what is on its way waits as long as Azure has asked.
      const isLive = ({ observers }: Query) =>
        observers.some(({ options }) => options.refetchInterval !== undefined);
      void queries.refetchQueries({ type: 'active', predicate: isLive }, { cancelRefetch: false });
    }),
    followReads(queries),
  ];
  stops.push(
    addRestCheck(() => queries.isMutating() === 0 && !isFollowed(queries)),
    onReadsCounted(() => queries.isFetching({ predicate: isCounted })),
    onNewVisit(() => {
      for (const stop of stops.splice(0)) stop();
      void queries.cancelQueries();
      queries.clear();
    }),
  );
}

/** Read by the schedule of running jobs, or after such a read. */
const JOB_READS: ReadonlySet<unknown> = new Set(['job', 'past restores']);

/** Whether a read ends by itself: not while it waits for its turn, or for another read that does. */
const isCounted = ({ queryKey: [kind] }: Query): boolean =>
  !isReadHeldBack() || !JOB_READS.has(kind);

/** Whether something is followed outside of all pages, such as a change of a vault: that asks on. */
function isFollowed(queries: QueryClient): boolean {
  return queries
    .getQueryCache()
    .getAll()
    .some((query) => query.isActive());
}

// What the browser would draw otherwise: an edge around the application, and folds too low to be hit.
const useBrowserStyles = makeStaticStyles({
  body: { margin: 0 },
  // Names of any length stay in their places.
  bdi: { overflowWrap: 'anywhere' },
  summary: { minHeight: '24px', cursor: 'pointer' },
});

/** What an application is drawn with, from the first frame to the last. */
interface Application {
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

interface AppProps extends Omit<Application, 'settle'> {
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
