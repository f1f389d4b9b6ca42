import { HttpResponse, http, passthrough } from 'msw';
import { setupWorker } from 'msw/browser';
import { basePath } from '#src/lib/base.ts';
import { afterReal } from '#src/lib/clock.ts';
import { isOwnWorker, workerUrl } from '#src/lib/demo-start.ts';
import { otherServices } from '#src/mocks/routes.ts';

/** Real milliseconds until a worker that was registered has to be in control: a busy machine takes its time. */
const PATIENCE_MS = 30_000;

const hosts = [
  'https://management.azure.com/*',
  'https://*.management.azure.com/*',
  ...otherServices.map(({ origin }) => `${origin}/*`),
];

/**
 * Puts the simulated services before every request of the page, by the worker that is being registered. Resolves when
 * it controls the page; rejects when it cannot. Requests that are neither ours nor of a simulated service fail here:
 * nothing leaves the machine.
 */
export async function startWorker(answer: (request: Request) => Promise<Response>): Promise<void> {
  const resolver = async ({ request }: { request: Request }): Promise<Response> => {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof TypeError) return HttpResponse.error();
      throw error;
    }
  };
  const worker = setupWorker(
    ...hosts.map((host) => http.all(host, resolver)),
    http.all('*', ({ request }) =>
      new URL(request.url).origin === location.origin ? passthrough() : HttpResponse.error(),
    ),
  );
  // In control first: the library reloads a page that has a worker beside it, and not in control.
  await control();
  await outliveFailedUpdates(navigator.serviceWorker);
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'error',
    serviceWorker: { url: workerUrl(), options: { scope: basePath() } },
  });
}

/** Waits for the worker to control the page: it claims its clients when it is activated. */
async function control(): Promise<void> {
  const workers = navigator.serviceWorker;
  const isControlled = (): boolean => isOwnWorker(workers.controller);
  if (!isControlled()) {
    await new Promise<void>((resolve) => {
      workers.addEventListener('controllerchange', () => resolve(), { once: true });
      afterReal(PATIENCE_MS, resolve);
    });
  }
  if (!isControlled()) throw new Error('The service worker does not control the page.');
}

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
