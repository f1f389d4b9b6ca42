import { type Browser, launch, type Page } from 'puppeteer-core';
import { roleOf } from '../live/hosts.ts';
import { type Proxy, serveProxy } from '../live/proxy.ts';
import { firefoxPath } from '../chromium.ts';
import { Screen } from './screen.ts';

/** A busy machine takes long to start it, or to load a page. */
const START_LIMIT_MS = 60_000;

/** Whether the runner was ended: then this process goes on, and must not start another browser. */
let isRunnerGone = false;
process.once('disconnect', () => {
  isRunnerGone = true;
});

/** A Firefox with a new profile, as one person has it. */
export interface Firefox {
  /** Opens an address in a tab of its own. */
  open(address: string): Promise<Screen>;
}

/**
 * Opens a Firefox for one test and closes it afterwards. Each TLS connection leads to the port that
 * `portOf` names, or nowhere.
 * @throws when a page had an error or a warning, or connected to an Azure host that leads nowhere.
 */
export async function inFirefox(
  portOf: (authority: string) => number | undefined,
  visit: (firefox: Firefox) => Promise<void>,
): Promise<void> {
  if (isRunnerGone) throw new Error('The runner has ended.');
  const proxy = await serveProxy(portOf);
  const browser = await start(proxy).catch(async (error: unknown) => {
    await proxy.close();
    throw error;
  });
  // On a polite end Firefox waits five seconds for the demo's service worker.
  const end = (): void => void browser.process()?.kill('SIGKILL');
  // A runner that is ended leaves this process, and would leave the browser, too.
  process.once('disconnect', end);
  const troubles: string[] = [];
  try {
    await visit({
      open: async (address) => {
        const page = await browser.newPage();
        watch(page, troubles);
        page.setDefaultNavigationTimeout(START_LIMIT_MS);
        await page.goto(address);
        return new Screen(page);
      },
    });
  } finally {
    process.off('disconnect', end);
    end();
    await browser.close();
    await proxy.close();
  }
  // The browser has errands of its own, which are refused, too.
  const strayed = proxy.refused().filter((authority) => roleOf(authority) !== undefined);
  const all = [...troubles, ...strayed.map((authority) => `connection to ${authority}`)];
  if (all.length > 0) throw new Error(`Firefox reported:\n${all.join('\n')}`);
}

function start({ port }: Proxy): Promise<Browser> {
  const executablePath = firefoxPath();
  if (executablePath === undefined) throw new Error('This machine has no Firefox.');
  return launch({
    browser: 'firefox',
    executablePath,
    // The stand-ins for Azure's hosts have a certificate of their own.
    acceptInsecureCerts: true,
    timeout: START_LIMIT_MS,
    defaultViewport: { width: 1280, height: 800 },
    env: { ...process.env, TZ: 'UTC' },
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-GB',
      // Its reports are read here.
      'intl.locale.requested': 'en-US',
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
    },
  });
}

/**
 * What Firefox reports when a page leaves, or cancels a request, while the demo's service worker still
 * hands an answer over. A worker that fails otherwise leaves the page without its data.
 */
const canceledInWorker = [
  /^Failed to read data from the ReadableStream: “(?:Abort|Type)Error: /,
  /^Failed to load ‘.*’\. A ServiceWorker intercepted the request and encountered an unexpected error\.$/,
];

/** Collects what no run may have: errors and warnings, violations of the content security policy, dialogs. */
function watch(page: Page, troubles: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) {
      troubles.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => {
    const message = error instanceof Error ? error.message : String(error);
    if (!canceledInWorker.some((known) => known.test(message))) troubles.push(message);
  });
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}
