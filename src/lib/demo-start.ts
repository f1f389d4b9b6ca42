/**
 * What a demo does before its simulated Azure has come: it is small, and in the first files. No other build has it.
 */

import { basePath, ownAddress } from '#src/lib/base.ts';

/** Where the service worker's script is; the only address that the trusted-types policy admits. */
export const workerUrl = (): string => ownAddress('mockServiceWorker.js');

/** What an address may say to the simulated Azure. */
export const PARAMETERS = { scenario: 'scenario', fault: 'fault' } as const;

/** The browser's own registrations, as far as they are needed. */
interface Workers {
  /** What answers for the page; null: nothing does. */
  readonly controller: Worker | null;
  getRegistrations(): Promise<readonly { readonly active: Worker | null }[]>;
}

type Worker = Pick<ServiceWorker, 'scriptURL'>;

/** Whether a worker is this demo's: one above it on the same host answers for its pages, too, until it has its own. */
export const isOwnWorker = (worker: Worker | null): boolean => worker?.scriptURL === workerUrl();

/**
 * Whether this page was loaded past a worker that is registered, as by Shift+Reload: only a page that is loaded again
 * has the worker's answers. The library would reload it, too, but when it is drawn already.
 */
export async function isPastWorker(workers: Workers): Promise<boolean> {
  if (isOwnWorker(workers.controller)) return false;
  // Where the browser forbids workers to this address, starting one says so.
  const all = await workers.getRegistrations().catch(() => []);
  // One that has just started takes the page over by itself.
  return all.some(({ active }) => isOwnWorker(active));
}

/** Starts the service worker beside the simulator's code. Rejects where the browser refuses it. */
export async function registerWorker(workers: ServiceWorkerContainer): Promise<void> {
  admitOnlyWorker();
  if (!isOwnWorker(workers.controller)) await workers.register(workerUrl(), { scope: basePath() });
}

/** The address without what it says to the simulated Azure; null when it says nothing. */
export function plainAddress(address: URL): URL | null {
  const names = Object.values(PARAMETERS).filter((name) => address.searchParams.has(name));
  if (names.length === 0) return null;
  const plain = new URL(address);
  for (const name of names) plain.searchParams.delete(name);
  return plain;
}

/**
 * Takes what the address says to the simulated Azure out of it, before a router reads it: a reload keeps the world and
 * the faults that were chosen since then. Returns the whole address, with the way to put it back.
 */
export function takeAddress(): { readonly whole: URL; readonly putBack: () => void } {
  const whole = new URL(location.href);
  const show = (address: URL): void => history.replaceState(history.state, '', address);
  const plain = plainAddress(whole);
  if (plain !== null) show(plain);
  return { whole, putBack: () => show(whole) };
}

const BANNER = 'restore-center.simulation-banner';

/** Whether the line about the simulation was put away in this tab. */
export function isBannerHidden(): boolean {
  try {
    return sessionStorage.getItem(BANNER) !== null;
  } catch {
    return false;
  }
}

/** Puts the line away until the tab is closed; where storage is forbidden, until the page is. */
export function hideBanner(): void {
  try {
    sessionStorage.setItem(BANNER, 'hidden');
  } catch {
    // It comes back with the next load: better than not being able to put it away.
  }
}

interface PolicyRules {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  readonly defaultPolicy: unknown;
  createPolicy(name: string, rules: PolicyRules): unknown;
}

declare global {
  interface Window {
    /** Trusted Types, where the browser has them; TypeScript's own library does not yet. */
    readonly trustedTypes?: PolicyFactory;
  }
}

/**
 * Registers the policy that the demo's CSP allows (`trusted-types default`): a script may be made
 * from one address, that of our service worker, and from no other.
 */
function admitOnlyWorker(): void {
  const factory = window.trustedTypes;
  if (factory === undefined || factory.defaultPolicy !== null) return;
  factory.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).href === workerUrl()) return url;
      throw new TypeError(`Scripts from ${url} are not allowed.`);
    },
  });
}
