import type { BrowserContext, Page, Request } from 'playwright/test';
import { Deployment, manifestOf } from './chunks.ts';

/** What a browser sees of a page that has just started. */

/** Keeps the simulator's code on its way until the returned function is called. */
export async function holdSimulator(page: Page): Promise<() => Promise<void>> {
  const deployment = new Deployment(page, await manifestOf(page));
  await deployment.replace('silence', 'src/mocks/boot.ts');
  return async () => deployment.undo();
}

/** Notes what each page reads of what is stored, from its first moment on. */
export async function noteReads(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const read = new Set<string>();
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      const storage = window[name];
      const noting = {
        getItem: (key: string) => {
          read.add(key);
          return storage.getItem(key);
        },
        setItem: (key: string, value: string) => storage.setItem(key, value),
        removeItem: (key: string) => storage.removeItem(key),
      };
      Object.defineProperty(window, name, { value: noting });
    }
    Reflect.set(window, 'readOfStorage', read);
  });
}

/** The keys that a page has read by now. */
export async function readsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const read: unknown = Reflect.get(window, 'readOfStorage');
    return read instanceof Set ? [...read].map(String) : ['nothing was noted'];
  });
}

/** Whether bar and navigation can be used. */
export async function isInert(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      document.querySelector('nav')?.closest('[inert]') !== null &&
      document.querySelector('header')?.closest('[inert]') !== null,
  );
}

/** Marks the navigation that is drawn now; gives whether the same one is still there. */
export async function markNavigation(page: Page): Promise<() => Promise<boolean>> {
  const navigation = await page.evaluateHandle(() => document.querySelector('nav'));
  return async () => navigation.evaluate((drawn) => drawn?.isConnected === true);
}

/** The browser refuses to register a service worker, as by a setting of a company. */
export async function refuseWorkers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
  });
}

/** The browser is of the time before popovers. */
export async function removePopovers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Reflect.deleteProperty(HTMLElement.prototype, 'popover');
  });
}

/** Every request of a context to another host, and how many of them a service worker didn't answer. */
export function watchRequests(context: BrowserContext, own: string) {
  const others: Request[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(`${own}/`)) others.push(request);
  });
  return {
    others: () => others.map((request) => request.url()),
    /** Those that have left this machine, or would have. */
    left: async (): Promise<readonly string[]> => {
      const left: string[] = [];
      for (const request of others) {
        // A request that its page gave up has no answer.
        if (request.failure() !== null) continue;
        const response = await request.response();
        if (response?.fromServiceWorker() !== true) left.push(request.url());
      }
      return left;
    },
  };
}

/**
 * Shows or hides a tab. To the browser of the tests every tab is in front, so the page gets the events
 * that a browser would send.
 */
export async function setVisible(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate((visible) => {
    const state = visible ? 'visible' : 'hidden';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => !visible });
    // oxlint-disable-next-line house/user-words -- a person hides no tab by its page
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, isVisible);
}

/** Lets {@link holdStorage} keep from each page what other tabs store: no listener of the page is before this one. */
export async function mayHoldStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.addEventListener('storage', (event) => {
      if (Reflect.get(window, 'holdsStorage') === true) event.stopImmediatePropagation();
    });
  });
}

/** Keeps from a page what other tabs store until the returned function is called: it reaches each tab a moment late. */
export async function holdStorage(page: Page): Promise<() => Promise<void>> {
  const hold = async (isHeld: boolean): Promise<void> =>
    page.evaluate((isOn) => {
      Reflect.set(window, 'holdsStorage', isOn);
      // All may have changed meanwhile.
      // oxlint-disable-next-line house/user-words -- what the browser sends
      if (!isOn) window.dispatchEvent(new StorageEvent('storage', { key: null }));
    }, isHeld);
  await hold(true);
  return async () => hold(false);
}

/** The page may be seen as its browser says again. */
export async function forgetVisibility(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(document, 'hidden');
  });
}

/**
 * How much of the page has moved by itself since it was loaded, by the browser's own measure: 0 for
 * nothing at all. And what moved most.
 */
export async function shiftOf(
  page: Page,
): Promise<{ readonly sum: number; readonly what: string }> {
  return page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    });
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    const shifts = observer.takeRecords().map((entry) => {
      const sources: unknown = Reflect.get(entry, 'sources');
      const first: unknown = Array.isArray(sources) ? sources[0] : null;
      const node: unknown = first instanceof Object ? Reflect.get(first, 'node') : null;
      const what = node instanceof Node ? (node.textContent ?? '').slice(0, 60) : '';
      return { value: Number(Reflect.get(entry, 'value')), what };
    });
    observer.disconnect();
    return {
      sum: shifts.reduce((sum, { value }) => sum + value, 0),
      what: shifts.toSorted((one, other) => other.value - one.value)[0]?.what ?? '',
    };
  });
}
