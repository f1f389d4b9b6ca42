import type { BrowserContext, Page } from 'playwright/test';

/** The start of every key that a demo stores for its visitor. */
const ofDemo = 'restore-center/demo/azurecloud/simulated/visitor/';
/** Where the product keeps a draft. */
const prefix = `${ofDemo}draft.`;

/** What a browser that is not as usual does. Set before the first page is opened. */

/** The product may neither read nor write what it stores. */
export async function forbidStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const storage = window.localStorage;
    const allow = (key: string): void => {
      if (key.startsWith('restore-center')) {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    };
    const guarded = {
      getItem: (key: string) => {
        allow(key);
        return storage.getItem(key);
      },
      setItem: (key: string, value: string) => {
        allow(key);
        storage.setItem(key, value);
      },
    };
    Object.defineProperty(window, 'localStorage', { value: guarded });
  });
}

/** Forbids all storage, also that of the library that answers from the service worker. */
export async function forbidAllStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
}

/** Nothing more fits: reading goes on, writing fails. */
export async function fillStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
}

/** Where the simulated Azure keeps its world. */
export async function forbidDatabases(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
}

/** No registered worker finds a newer one, as while the network is away or the registration goes. */
export async function failWorkerUpdates(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    ServiceWorkerRegistration.prototype.update = () =>
      Promise.reject(new TypeError('Failed to update a ServiceWorker for scope: Not found'));
  });
}

export async function removeServiceWorkers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
}

/** A change of a vault that Azure has taken is stored, until it has ended. */
export async function isChangeStored(page: Page): Promise<boolean> {
  return page.evaluate(
    (start) =>
      Object.entries(localStorage).some(
        ([key, text]) => key.startsWith(start) && String(text).includes('"operation"'),
      ),
    `${ofDemo}action.vault-change.`,
  );
}

/** Puts a text where a draft should be, as an older version or a broken disk might have. */
export async function plantDraft(page: Page, id: string, text: string): Promise<void> {
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    prefix + id,
    text,
  ] as const);
}

/** The stored text of a draft; null when there is none. */
export async function storedDraft(page: Page, id: string): Promise<string | null> {
  return page.evaluate((key) => localStorage.getItem(key), prefix + id);
}

/** Clears what the product has stored, as the browser's tools do: without notice to the page. */
export async function emptyStorage(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.clear());
}

/** Stores a draft as versions did whose drafts had no owner. Leaves the page where none of ours runs. */
export async function plantOwnerless(
  page: Page,
  address: string,
  id: string,
  draft: object,
): Promise<void> {
  await page.goto(`${address}/assets/none.js`);
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    `restore-center.draft.${id}`,
    JSON.stringify(draft),
  ] as const);
}

/** What of service workers there is at the page's address: which one answers for it, and all that are registered. */
export async function serviceWorkers(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { controller } = navigator.serviceWorker;
    const registered = await navigator.serviceWorker.getRegistrations();
    return [
      ...(controller === null ? [] : [controller.scriptURL]),
      ...registered.map((one) => one.scope),
    ];
  });
}

/** Stored restores that started in this browser. */

/** `isTold`, as it is stored: whether some tab has shown the news already. */
export interface Planted extends Readonly<Record<'isTold', boolean>> {
  /** The last part of the address of the job's page. */
  readonly address: string;
  readonly machine: string;
  readonly news: 'accepted' | 'done' | 'failed';
}

/** Stores restores as if they had started here; the page has to be loaded again. */
export async function plantRestores(page: Page, restores: readonly Planted[]): Promise<void> {
  const stored = restores.map(({ address, ...rest }) => {
    const [subscription = '', group = '', vault = '', job = ''] = address.split('~');
    const vaultId = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${vault}`;
    const at = Date.UTC(2025, 5, 5, 2, 31);
    return { ...rest, jobId: `${vaultId}/backupJobs/${job}`, at, isRead: false };
  });
  await plantText(page, JSON.stringify(stored));
}

/** Any text in the place of it, as an older version or a broken disk may have left. */
export async function plantText(page: Page, text: string): Promise<void> {
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    `${ofDemo}watched`,
    text,
  ] as const);
}

/** Marks the stored simulation as that of another version of the demo. */
export async function ageSimulation(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('restore-center-simulation');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error('There is no simulation.')));
    });
    const transaction = db.transaction('meta', 'readwrite');
    transaction.objectStore('meta').put(0, 'format');
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    db.close();
  });
}

/** Adds a next step to each stored draft, as another version may have; the page has to be loaded again. */
export async function addNextStep(page: Page, id: string): Promise<void> {
  await page.evaluate(
    ([start, step]) => {
      for (const [key, text] of Object.entries(localStorage)) {
        if (!key.startsWith(start)) continue;
        // The stored list ends with the step, whatever else is in it.
        localStorage.setItem(
          key,
          String(text).replace(
            /"nextSteps":\[([^\]]*)\]/,
            (_, steps: string) =>
              `"nextSteps":[${steps === '' ? '' : `${steps},`}${JSON.stringify(step)}]`,
          ),
        );
      }
    },
    [prefix, id] as const,
  );
}
