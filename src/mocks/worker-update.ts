/** A worker that is registered for the page, as far as its update goes. */
interface Registered {
  update(): Promise<unknown>;
}

interface Workers {
  getRegistrations(): Promise<readonly Registered[]>;
}

/**
 * Makes an update of a registered worker that fails ("Not found", as when its registration goes or the page
 * is left meanwhile) harmless: the library starts one with each page and never hears how it ends, which
 * the browser then reports as an error of the page. The worker that is there goes on; the browser itself
 * looks for a newer one at the next page.
 */
export async function outliveFailedUpdates(workers: Workers): Promise<void> {
  for (const registered of await workers.getRegistrations()) {
    const update = registered.update.bind(registered);
    registered.update = () => update().catch(() => registered);
  }
}
