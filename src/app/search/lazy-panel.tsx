import { lazy } from 'react';
import type { SearchPanelProps } from '#src/app/search/SearchPanel.tsx';
import { searchField } from '#src/strings/search.ts';

/** Loads what searches and lists, with the constraints: with the first look at the field. */
export async function loadPanel() {
  const [{ SearchPanel }, { searches }] = await Promise.all([
    import('#src/app/search/SearchPanel.tsx'),
    import('#src/app/search/searches.ts'),
  ]);
  const loaded = await searches;
  return {
    default: (props: SearchPanelProps) => <SearchPanel {...props} searches={loaded} />,
  };
}

/** The list under the field. Where it cannot be had, the rest of the page goes on. */
export const LazyPanel = lazy(() => loadPanel().catch(() => ({ default: CannotLoad })));

function CannotLoad() {
  return <p role="alert">{searchField.cannotLoad}</p>;
}
