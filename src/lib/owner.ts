import { invariant } from '#src/lib/result.ts';

/** Who the browser stores for: another owner reads none of it, and hears of none of it. */
export interface Owner {
  /** The demo of an address stores apart from the live build of the same address. */
  readonly mode: 'live' | 'demo';
  /** The cloud by Azure's own name, such as `AzureCloud`. */
  readonly cloud: string;
  /** The tenant that the account signed in to: a guest works in several. */
  readonly tenantId: string;
  readonly accountId: string;
}

/** The start of every name that has an owner. Names of the time before owners have a dot there. */
const OWNED = 'restore-center/';

let place: string | null = null;

/**
 * Names the owner of everything that this page stores and shares with other tabs. A page serves one
 * account for as long as it lives: another one loads the page again.
 */
export function setOwner({ mode, cloud, tenantId, accountId }: Owner): void {
  // Azure's ids are the same in any case, and a slash is no part of one.
  const parts = [mode, cloud, tenantId, accountId].map((part) =>
    encodeURIComponent(part.toLowerCase()),
  );
  const next = `${OWNED}${parts.join('/')}/`;
  invariant(place === null || place === next, 'a page changes its account without being loaded');
  place = next;
}

/**
 * The full name of an entry, a lock or a channel of this page's owner. @throws before {@link setOwner}:
 * a page that does not know its account reads nothing that is stored.
 */
export function ownName(name: string): string {
  invariant(place, 'what has an owner is read before the owner is known');
  return place + name;
}

/** The name that {@link ownName} gave a full name for; null for whatever is not this owner's. */
export function nameIfOwn(fullName: string): string | null {
  return place !== null && fullName.startsWith(place) ? fullName.slice(place.length) : null;
}

/** Whether this page's Azure is simulated, and of this browser alone. */
export const isDemo = (): boolean => place !== null && place.startsWith(`${OWNED}demo/`);

/** Whether a full name is of another owner. */
export function isForeign(fullName: string): boolean {
  return fullName.startsWith(OWNED) && nameIfOwn(fullName) === null;
}
