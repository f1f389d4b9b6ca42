import { FluentProvider, makeStaticStyles } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { signInAgain } from '#src/api/arm/session.ts';
import { isSignedInSince } from '#src/api/arm/sign-in-state.ts';
import { createQueries } from '#src/app/query-client.ts';
import { createAppRouter } from '#src/app/router.ts';
import { SimulationContext, type SimulationParts } from '#src/app/simulation.ts';
import { useTheme } from '#src/app/theme.ts';
import { type SignIn, SignInContext } from '#src/ui/sign-in.ts';
import { titleWhatIsCut } from '#src/ui/cut-title.ts';

// What the browser would draw otherwise: an edge around the application, and folds too low to be hit.
const useBrowserStyles = makeStaticStyles({
  body: { margin: 0 },
  // Names of any length stay in their places.
  bdi: { overflowWrap: 'anywhere' },
  summary: { minHeight: '24px', cursor: 'pointer' },
});

export interface AppProps {
  /** What a demo adds; absent in a live build. */
  readonly simulation?: SimulationParts;
}

const signIn: SignIn = { again: () => void signInAgain(), isDoneSince: isSignedInSince };

/** The application: theme, cache and routes. */
export function App({ simulation }: AppProps) {
  useBrowserStyles();
  const { theme } = useTheme();
  const [queries] = useState(createQueries);
  const [router] = useState(() => createAppRouter(queries));
  return (
    <FluentProvider theme={theme} onPointerOver={titleWhatIsCut}>
      <SimulationContext value={simulation ?? null}>
        <SignInContext value={signIn}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </SignInContext>
      </SimulationContext>
    </FluentProvider>
  );
}
