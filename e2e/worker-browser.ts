import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  expect,
  type Page,
  type Request,
  type ViewportSize,
} from 'playwright/test';
import { forgetVisibility } from './drivers/browser.ts';
import type { Scenario } from './drivers/simulated.ts';
import { simulatedHost, Troubles } from './troubles.ts';

/** Each move of Playwright's clock is played again in every page that is loaded later. */
const MOST_VISITS = 30;

/** Where no page of ours runs, but our storage can be reached. */
const NOWHERE = 'about:blank';

/**
 * A browser context that outlives its test, and the page in it. What takes a second of a processor
 * happens once: the service worker, the world's database, 1.3 MB of script. Each visit starts as in a
 * new browser (`visit.begin` of the simulation's controls); where something of the last one does not
 * end by itself, storage is emptied and the page loaded again.
 */
export class WorkerBrowser {
  readonly context: BrowserContext;
  readonly troubles: Troubles;
  private current: Page;
  private visits = 0;
  /** What the page has sent to Azure, until the browser has its end: it is of the world in which it was sent. */
  private readonly underWay = new Set<Request>();
  /** `empty`: nothing is loaded and nothing stored; `ended`: a page is there without an application. */
  private state: 'empty' | 'visited' | 'ended' = 'empty';

  private constructor(context: BrowserContext, page: Page, troubles: Troubles) {
    this.context = context;
    this.current = page;
    this.troubles = troubles;
    this.follow(page);
  }

  static async open(browser: Browser, address: string, beginning: Date): Promise<WorkerBrowser> {
    const context = await browser.newContext();
    const troubles = new Troubles(address);
    await troubles.watch(context);
    await context.clock.install({ time: beginning });
    return new WorkerBrowser(context, await context.newPage(), troubles);
  }

  get page(): Page {
    return this.current;
  }

  get isUsedUp(): boolean {
    return this.visits >= MOST_VISITS;
  }

  /** Shows an address in the page that is there; false where it has to be loaded. Once in a test. */
  async begin(path: string, scenario: Scenario): Promise<boolean> {
    this.visits += 1;
    const isThere = this.state === 'ended' && (await this.isAllOver());
    if (this.state === 'ended' && !isThere) await this.empty();
    this.state = 'visited';
    if (!isThere) return false;
    await this.current.evaluate(async (at) => window.restoreCenterSimulation?.visit.begin(at), {
      path,
      scenario,
    });
    return true;
  }

  /** Gives the page the size that a test wants. */
  async fit({ width, height }: ViewportSize): Promise<void> {
    const size = this.current.viewportSize();
    if (size?.width !== width || size.height !== height)
      await this.current.setViewportSize({ width, height });
  }

  /** Before a test opens an address in a way of its own. */
  async prepareLoad(): Promise<void> {
    this.visits += 1;
    if (this.state === 'ended') await this.empty();
    this.state = 'visited';
  }

  /** Makes ready for the next test: one page, in which nothing goes on. */
  async end(): Promise<void> {
    await this.context.setOffline(false);
    for (const other of this.context.pages()) if (other !== this.current) await other.close();
    if (this.current.isClosed()) {
      this.current = await this.context.newPage();
      this.follow(this.current);
      await this.empty();
      return;
    }
    if (this.state === 'empty') return;
    const isQuiet = await this.current.evaluate(
      async () => (await window.restoreCenterSimulation?.visit.end()) ?? false,
    );
    await forgetVisibility(this.current);
    // The simulated Azure counts what reached it; on a busy machine a read takes a while to the service worker.
    if (isQuiet && (await this.isAllOver())) this.state = 'ended';
    else await this.empty();
    await this.current.mouse.move(0, 0);
    await this.current.emulateMedia({
      media: null,
      colorScheme: null,
      reducedMotion: null,
      forcedColors: null,
    });
  }

  private follow(page: Page): void {
    const isOver = (request: Request): void => void this.underWay.delete(request);
    page.on('request', (request) => {
      if (simulatedHost.test(request.url())) this.underWay.add(request);
    });
    page.on('requestfinished', isOver);
    page.on('requestfailed', isOver);
    // What a page had sent that was left ends with it.
    page.on('domcontentloaded', () => this.underWay.clear());
  }

  /** Whether nothing of the page is on its way to Azure any more, after a while. */
  private async isAllOver(): Promise<boolean> {
    try {
      await expect.poll(() => this.underWay.size).toBe(0);
      return true;
    } catch {
      return false;
    }
  }

  private async empty(): Promise<void> {
    const { origin } = new URL(this.troubles.ownAddress);
    await this.current.goto(NOWHERE);
    const session: CDPSession = await this.context.newCDPSession(this.current);
    await session.send('Storage.clearDataForOrigin', {
      origin,
      storageTypes: 'local_storage,indexeddb',
    });
    await session.detach();
    this.state = 'empty';
  }
}
