import { type AnyRouter, type RouterHistory, useRouterState } from '@tanstack/react-router';
import { basePath } from '#src/lib/base.ts';
import { afterReal } from '#src/lib/clock.ts';
import { focusField } from '#src/ui/dom.ts';
import { storeSearch, storedSearch } from '#src/ui/stored-search.ts';

/**
 * In a page that was just loaded, the bare address of a list leads to what the person left there; one that asks for
 * something stays what it is.
 */
export function goOn(
  history: RouterHistory,
  stringify: (search: Record<string, string>) => string,
): void {
  const { pathname, search, hash } = history.location;
  const query = search === '' ? stringify(storedSearch(pathname.slice(basePath().length - 1))) : '';
  if (query !== '') history.replace(pathname + query + hash);
}

/** Whether the first page is there. */
export const useIsArrived = (): boolean =>
  useRouterState({ select: ({ resolvedLocation }) => resolvedLocation !== undefined });

/** Moves focus after each change of place, and keeps what a person changes in a list. */
export function followArrivals(router: AnyRouter): void {
  router.subscribe('onRendered', ({ fromLocation, toLocation, hashChanged }) => {
    if (fromLocation === undefined) return;
    const isElsewhere = meant(fromLocation.pathname) !== meant(toLocation.pathname);
    if (!isElsewhere) storeSearch(toLocation.pathname, toLocation.search);
    // One constraint alone is another page to who reads it, although only the search differs.
    const isOtherRule = ruleIn(fromLocation.search) !== ruleIn(toLocation.search);
    if (isElsewhere || hashChanged || isOtherRule) focusArrival(toLocation.hash);
  });
}

/** A path as it is meant: `;` typed by a person and `%3B` written by the router are one place. */
function meant(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The one constraint that an address shows. */
function ruleIn(search: object): unknown {
  return 'rule' in search ? search.rule : undefined;
}

/** Real milliseconds in which a part of a page that is still being read may take the focus. */
const COMING_MS = 5000;
/** Where the focus is until the person, or the page, puts it elsewhere. */
const ARRIVED = 'body, main, h1, [data-arrival]';

let stopWaiting: () => void = () => undefined;

/** Puts focus where the eye should go after a change of place: the field named, else the heading. */
function focusArrival(field: string): void {
  stopWaiting();
  if (focusField(field)) return;
  const heading =
    document.querySelector<HTMLElement>('[data-arrival]') ?? document.querySelector('h1');
  // A page whose heading is still on its way is its content alone.
  (heading ?? document.querySelector('main'))?.focus();
  // A step focuses its heading as it comes, and the router then scrolls to the page's top.
  document
    .querySelector('[data-arrival]')
    ?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  if (field !== '') focusWhenThere(field);
}

/** Puts focus on a field as it comes, unless the person has gone on by then. */
function focusWhenThere(field: string): void {
  const look = (): void => {
    const hasLeft = document.activeElement?.matches(ARRIVED) !== true;
    if (hasLeft || focusField(field)) stopWaiting();
  };
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true });
  const stopTimer = afterReal(COMING_MS, () => stopWaiting());
  stopWaiting = () => {
    changes.disconnect();
    stopTimer();
  };
}
