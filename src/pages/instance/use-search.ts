import { getRouteApi } from '@tanstack/react-router';
import type { ChangeSearch, InstanceSearch } from '#src/pages/instance/search.ts';
import { focusField } from '#src/ui/focus-field.ts';

const route = getRouteApi('/instances/$instanceId');

/** Changes the address and gives the focus to a part of the page, by its id. */
export type GoToPart = (part: string, change: Partial<InstanceSearch>) => void;

interface Search {
  readonly search: InstanceSearch;
  readonly change: ChangeSearch;
  readonly goTo: GoToPart;
}

/** What the address of the page asks for, and how to ask for something else. */
export function useSearch(): Search {
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
