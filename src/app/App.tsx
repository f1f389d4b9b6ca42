import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import { createQueries } from '#src/app/query-client.ts';
import { createAppRouter } from '#src/app/router.ts';
import { SimulationContext } from '#src/app/simulation.ts';
import { useTheme } from '#src/app/theme.ts';

export interface AppProps {
  /** The demo's simulation panel; absent in a live build. */
  readonly simulationPanel?: ComponentType<{ readonly onClose: () => void }>;
}

/** The application: theme, cache and routes. */
export function App({ simulationPanel }: AppProps) {
  const { theme } = useTheme();
  const [queries] = useState(createQueries);
  const [router] = useState(() => createAppRouter(queries));
  return (
    <FluentProvider theme={theme}>
      <SimulationContext value={simulationPanel ?? null}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </SimulationContext>
    </FluentProvider>
  );
}
