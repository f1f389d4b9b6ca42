import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADA } from '../entra/directory.ts';
import { type LiveWorld, serveLiveWorld } from '../live/world.ts';
import { roleOf } from '../live/hosts.ts';
import { testedBuild } from '../test/tested-build.ts';
import { inFirefox } from './firefox.ts';
import {
  acceptedRestores,
  expectAccepted,
  expectDone,
  expectJob,
  expectReview,
  fillRestore,
  reload,
  startRestore,
} from './restore.ts';
import type { Screen } from './screen.ts';

const demo = `http://localhost:${testedBuild(process.env).port}`;
const newRestore = `${demo}/restore/new?scenario=document`;
/** The demo answers in its service worker: no connection leads anywhere. */
const nowhere = () => undefined;

describe('the live build', () => {
  let world: LiveWorld;
  beforeAll(async () => {
    const { folder } = testedBuild({ E2E_MODE: 'live' });
    world = await serveLiveWorld({ folder, scenario: 'default' });
  });
  afterAll(async () => world.close());

  test('a person signs in, comes back to the address, and stays signed in', async () => {
    const portOf = (authority: string) =>
      roleOf(authority) === undefined ? undefined : world.port;
    await inFirefox(portOf, async ({ open }) => {
      const screen = await open(`${world.address}/vaults?search=prod`);
      await screen.see('heading', 'Pick an account');
      await screen.press('link', `${ADA.name} (${ADA.username})`);
      await screen.see('heading', 'Vaults');
      await screen.see('link', 'rsv-prod-weu');
      expect((await screen.address()).href).toBe(`${world.address}/vaults?search=prod`);
      await screen.page.reload();
      await screen.see('link', 'rsv-prod-weu');
      const visits = world.entra.requests().filter((one) => one.endsWith('/authorize'));
      // The page to pick an account, and the way back from it.
      expect(visits).toHaveLength(2);
    });
  });
});

describe('the demo', () => {
  test('the disks of a VM are restored to the end of the job', async () => {
    await inFirefox(nowhere, async ({ open }) => {
      const screen = await open(newRestore);
      await fillRestore(screen);
      await startRestore(screen);
      await expectJob(screen);
      await expectDone(screen);
      expect(await acceptedRestores(screen)).toBe(1);
    });
  });

  test('a reload changes nothing: at Review, after the press, and while the job runs', async () => {
    await inFirefox(nowhere, async ({ open }) => {
      const screen = await open(newRestore);
      await fillRestore(screen);
      await reload(screen);
      await expectReview(screen);
      await startRestore(screen);
      await reload(screen);
      await expectAccepted(screen);
      await expectJob(screen);
      await reload(screen);
      await expectJob(screen);
      await expectDone(screen);
      expect(await acceptedRestores(screen)).toBe(1);
    });
  });

  test('two tabs show one draft, and only one of them can send it', async () => {
    await inFirefox(nowhere, async ({ open }) => {
      const first = await open(newRestore);
      await fillRestore(first);
      const second = await open((await first.address()).href);
      await expectReview(second);
      await second.see('button', 'Restore');
      await first.show();
      await startRestore(first);
      await second.show();
      await expectAccepted(second);
      expect(await second.has('button', 'Restore')).toBe(false);
      expect(await acceptedRestores(second)).toBe(1);
      await expectJob(second);
    });
  });

  test('hostile names stay names', async () => {
    const vault = `rsv-<img src=x onerror=alert('name')>`;
    const reversed = 'report[U+202E]gpj.exe';
    await inFirefox(nowhere, async ({ open }) => {
      for (const [address, name] of [
        ['vaults?', vault],
        ['instances?', reversed],
        ['jobs?range=7d&', reversed],
      ] as const) {
        const screen = await open(`${demo}/${address}scenario=hostile-names`);
        await screen.expectText(name);
        expect(await harmIn(screen)).toEqual([]);
      }
    });
  });
});

/** What a name did to a page: elements that it became, and a page that scrolls sideways. */
async function harmIn({ page }: Screen): Promise<readonly string[]> {
  return page.evaluate(() => {
    const made = [...document.querySelectorAll('img, [onerror]')].map((one) => one.outerHTML);
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth} pixels wide`] : [];
    return [...made, ...wide];
  });
}
