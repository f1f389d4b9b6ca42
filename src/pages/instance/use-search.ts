import { getRouteApi } from '@tanstack/react-router';
import type { InstancePlace } from '#src/datasources/datasource.ts';
import { focusField } from '#src/ui/dom.ts';

const route = getRouteApi('/instances/$instanceId');

/** What the address of the page asks for, and how to ask for something else. */
export function useInstancePlace(): InstancePlace {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return {
    search,
    // A person who tries filters does not want each in the history, nor the page to move.
    change: (part) =>
      void navigate({
        search: (all) => ({ ...all, ...part }),
        hash: true,
        replace: true,
        resetScroll: false,
      }),
    goTo: (part, change) => {
      // The router gives the focus to a part when it was not the one before.
      void navigate({
        search: (all) => ({ ...all, ...change }),
        hash: part,
        resetScroll: false,
      });
      focusField(part);
    },
  };
}
