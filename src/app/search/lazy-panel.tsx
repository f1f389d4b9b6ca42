import { lazy } from 'react';
import { searchField } from '#src/strings/search.ts';

/** Loads what searches and lists, with the constraints: with the first look at the field. */
export async function loadPanel() {
  const { SearchPanel } = await import('#src/app/search/SearchPanel.tsx');
  return { default: SearchPanel };
}

/** The list under the field. Where it cannot be had, the rest of the page goes on. */
export const LazyPanel = lazy(() => loadPanel().catch(() => ({ default: CannotLoad })));

function CannotLoad() {
  return <p role="alert">{searchField.cannotLoad}</p>;
}
