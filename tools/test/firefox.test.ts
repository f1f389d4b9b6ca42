import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADA } from '../entra/directory.ts';
import { type LiveWorld, roleOf, serveLiveWorld } from '../live/world.ts';
import { serveBuild } from './server.ts';
import { bringUpToDate, testedBuild } from './tested-build.ts';
import { inFirefox, type Screen, until } from './firefox.ts';

/** The restore that the documentation prints, in the demo: the disks of testVM into targetRG. */

/** Chooses all of it, from the first step to Review. */
async function fillRestore(screen: Screen): Promise<void> {
  await screen.see('heading', 'Datasource step 1 of 6');
  // What follows the press must still be there after a reload, also on a slow machine.
  await setSpeed(screen, 1);
  await screen.press('button', 'Next: Backup instance');
  await screen.press('radio', 'testVM');
  await screen.press('button', 'Next: Restore point');
  await screen.press('radio', '4 Jun 2018, 06:06');
  await screen.press('button', 'Next: Configuration');
  await screen.choose('Restore Type', 'Restore disks');
  await screen.choose('Resource group', 'targetRG');
  await screen.choose('Staging Location', 'testAccount (LRS)');
  await screen.press('button', 'Next: Review + restore');
  await expectReview(screen);
}

async function expectReview(screen: Screen): Promise<void> {
  await screen.see('heading', 'Review + restore step 6 of 6');
  await screen.expectText('testAccount (LRS)');
}

async function startRestore(screen: Screen): Promise<void> {
  await screen.press('button', 'Restore');
  await expectAccepted(screen);
}

async function expectAccepted(screen: Screen): Promise<void> {
  await screen.expectText('Restore request accepted');
}

/** Lets simulated time go by until the restore's job is open. */
async function expectJob(screen: Screen): Promise<void> {
  await setSpeed(screen, 100);
  await screen.expectPath(/^\/jobs\/[^/]+$/);
  await screen.see('heading', 'Restore of testVM to disks in targetRG');
}

/** The rest of the job, at a speed that a person would not choose. */
async function expectDone(screen: Screen): Promise<void> {
  await setSpeed(screen, 600);
  await screen.expectIn('region', 'Progress', 'Completed');
}

/**
 * Loads the demo again once its page is at rest. Firefox cancels what is on its way before the page ends,
 * and the page reports code that didn't load.
 */
async function reload({ page }: Screen): Promise<void> {
  await page.evaluate(async () => {
    await window.restoreCenterSimulation?.allRead();
  });
  await page.reload();
}

/** Simulated seconds in a real one. */
async function setSpeed({ page }: Screen, speed: number): Promise<void> {
  const isSet = async () =>
    page.evaluate(async (wanted) => {
      await window.restoreCenterSimulation?.clock.setSpeed(wanted);
      return window.restoreCenterSimulation !== undefined || undefined;
    }, speed);
  await until('simulated Azure', isSet);
}

/** How many restores the simulated Azure has accepted. */
async function acceptedRestores({ page }: Screen): Promise<number> {
  return page.evaluate(async () => {
    const events = (await window.restoreCenterSimulation?.events()) ?? [];
    return events.filter(({ event }) => event.type === 'restore-accepted').length;
  });
}

const builds = { demo: testedBuild(process.env), live: testedBuild({ E2E_MODE: 'live' }) };
let endServing: () => Promise<void>;
// Both as new as their sources.
beforeAll(async () => {
  await bringUpToDate(builds.demo);
  await bringUpToDate(builds.live);
  endServing = await serveBuild(builds.demo);
});
afterAll(async () => endServing());

const demo = `http://localhost:${builds.demo.port}`;
const newRestore = `${demo}/restore/new?scenario=document`;
/** The demo answers in its service worker: no connection leads anywhere. */
const nowhere = () => undefined;

describe('the live build', () => {
  let world: LiveWorld;
  beforeAll(async () => {
    world = await serveLiveWorld({ folder: builds.live.folder, scenario: 'default' });
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
