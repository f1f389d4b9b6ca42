/** The browser's own registrations, as far as they are needed. */
interface Workers {
  /** What answers for the page that is open; null: nothing does. */
  readonly controller: object | null;
  getRegistrations(): Promise<
    readonly { readonly scope: string; unregister(): Promise<boolean> }[]
  >;
}

/** What of the browser is needed to be rid of a service worker. */
interface WorkerPlace {
  /** Absent where the browser has no service workers. */
  readonly workers: Workers | undefined;
  /** The address of the page. */
  readonly address: string;
  readonly reload: () => void;
}

const here = (): WorkerPlace => ({
  workers: 'serviceWorker' in navigator ? navigator.serviceWorker : undefined,
  address: location.href,
  reload: () => location.reload(),
});

/**
 * Removes the service workers that answer for this page. A live build registers none: one that is here
 * is of a demo that was served at this address, and would answer in Azure's place. Returns whether the page is
 * being loaded again, since a page keeps the worker it was loaded with.
 * @throws where a worker that answers for the page can't be removed.
 */
export async function removeWorkers(place: WorkerPlace = here()): Promise<boolean> {
  const { workers, address, reload } = place;
  if (workers === undefined) return false;
  // A browser that forbids them to this address has none that could answer.
  const all = await workers.getRegistrations().catch(() => []);
  const ours = all.filter(({ scope }) => address.startsWith(scope));
  const removed = await Promise.all(ours.map(async (one) => one.unregister()));
  if (workers.controller === null) return false;
  if (removed.length === 0 || removed.includes(false))
    throw new Error('A service worker of another build answers for this page.');
  reload();
  return true;
}
