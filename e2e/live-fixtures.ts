import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test as base } from 'playwright/test';
import { Deployment } from './drivers/chunks.ts';
import { until } from './drivers/page.ts';
import { type Screens, screensOf } from './drivers/screens.ts';
import type { Clock } from './fixtures.ts';
import { testBrowserPath } from '../tools/chromium.ts';
import { ADA, BEN, type Person } from '../tools/entra/directory.ts';
import { type LiveWorld, serveLiveWorld } from '../tools/live/world.ts';

export { jobsOfCommServe } from '../tools/live/writes.ts';
import { root, run } from '../tools/program.ts';
import { testedBuild } from '../tools/test/tested-build.ts';
import { manifestOf } from '../tools/vite/deployment.ts';

/** Who has an account. */
export const PEOPLE = { ada: ADA, ben: BEN } as const;

interface Fixtures {
  /** False where something on the way speaks HTTP/1.1 alone, as some companies' gateways do. */
  readonly hasHttp2: boolean;
  /** The live build, Azure and Entra on this machine, for one test alone. */
  readonly world: LiveWorld;
  readonly context: BrowserContext;
  readonly visitor: Visitor;
  /** Deploys the build with a `config.json`, and with the headers that are made from it. */
  readonly configure: (config: string) => Promise<void>;
  /** Takes files of the build away. */
  readonly deployment: Deployment;
  /** What the page shows. */
  readonly screens: Screens;
  /** One clock of browser, Azure and Entra, which runs on by itself. */
  readonly clock: Pick<Clock, 'pass' | 'waitFor'>;
}

/** Who visits the product with an account. */
export interface Visitor {
  /** Opens an address of the product; the person isn’t signed in yet. */
  open(path: string): Promise<void>;
  /** Picks an account on Entra's own page. */
  pick(person: Person): Promise<void>;
  /** Opens an address and signs Ada in. */
  arrive(path: string): Promise<void>;
}

export const test = base.extend<Fixtures>({
  hasHttp2: [true, { option: true }],
  world: async ({ hasHttp2 }, use) => {
    const { folder } = testedBuild(process.env);
    const world = await serveLiveWorld({ folder, scenario: 'default', hasHttp2 });
    await use(world);
    await world.close();
  },
  context: async ({ world }, use) => {
    // The rules hold the world's own port, so the browser is the test's own, too.
    const executablePath = testBrowserPath();
    const browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        `--host-resolver-rules=${world.resolverRules}`,
        // The code of a service worker is loaded from an address that the browser itself trusts.
        `--ignore-certificate-errors-spki-list=${world.keyHash}`,
      ],
    });
    const context = await browser.newContext({ locale: 'en-GB', ignoreHTTPSErrors: true });
    await context.clock.install({ time: world.clock.now() });
    await use(context);
    await browser.close();
  },
  visitor: async ({ world, page }, use) => {
    await use(visitorOf(world, page));
  },
  configure: async ({ world }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'restore-center-'));
    await use(async (config) => {
      cpSync(testedBuild(process.env).folder, folder, { recursive: true });
      writeFileSync(join(folder, 'config.json'), config);
      await run(process.execPath, ['tools/headers.ts', folder]);
      world.deploy(folder);
    });
    rmSync(folder, { recursive: true });
  },
  deployment: async ({ page }, use) => {
    const manifest = manifestOf(root, testedBuild(process.env).folder);
    await use(new Deployment(page, JSON.parse(readFileSync(manifest, 'utf8'))));
  },
  screens: async ({ page }, use) => {
    await use(screensOf(page));
  },
  clock: async ({ world, context }, use) => {
    const pass = async (ms: number): Promise<void> => {
      // Time that is moved while Azure works on a request is time that the request takes.
      await until(async () => world.azure.underWay() === 0);
      await world.clock.step(ms);
      await context.clock.fastForward(ms);
    };
    await use({ pass, waitFor: pass });
  },
});

/** Who visits the product in a tab. */
export function visitorOf({ address }: LiveWorld, page: Page): Visitor {
  const visitor: Visitor = {
    open: async (path) => {
      await page.goto(`${address}${path}`);
    },
    pick: async ({ name, username }) => {
      await page.getByRole('link', { name: `${name} (${username})` }).click();
    },
    arrive: async (path) => {
      await visitor.open(path);
      await expect(page.getByRole('heading', { name: 'Pick an account' })).toBeVisible();
      await visitor.pick(ADA);
      // Until the sign-in is settled the frame is there, and nothing of it can be used.
      await page.waitForFunction(() => {
        const navigation = document.querySelector('nav');
        return navigation !== null && navigation.closest('[inert]') === null;
      });
    },
  };
  return visitor;
}
