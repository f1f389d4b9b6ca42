import { join } from 'node:path';
import { expect } from 'playwright/test';
import { allRead, goTo } from '../drivers/page.ts';
import { pageOf, sources } from '../drivers/world.ts';
import { app01Beside, configure, fillApp01Beside, restoreEnded } from '../drivers/restores.ts';
import type { Screens } from '../drivers/screens.ts';
import { type Clock, test } from '../fixtures.ts';

/** One picture of each screen that a design was drawn for, in the window of that drawing. */

const FOLDER = join(import.meta.dirname, '../../test-results/pictures');

const WIDE = { width: 1440, height: 900 };

interface Picture {
  /** Of the file, and of its target. */
  readonly name: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'dark';
  readonly open: (screens: Screens, clock: Clock) => Promise<void>;
}

const atPoint = async ({ page, wizard, instance }: Screens): Promise<void> => {
  const source = pageOf.app01.replace('/instances/', '');
  await goTo(page, `/restore/new?instance=${encodeURIComponent(source)}`);
  await wizard.expectStep('restore-point');
  await instance.before().fill('4 Jun 14:00');
  await instance.before().press('Enter');
};

const atConfiguration = async (screens: Screens): Promise<void> => {
  const { configuration } = screens;
  await configure(screens, sources.app01);
  await configuration.chooseType('Create new virtual machine');
  await configuration.name().fill(app01Beside.name);
  await configuration.choose('Virtual network', app01Beside.network);
};

const atJobs = async ({ page, jobs }: Screens): Promise<void> => {
  await goTo(page, '/jobs');
  await expect(jobs.running.row('app01')).toContainText('%');
};

const atJob =
  (link: RegExp) =>
  async ({ page }: Screens): Promise<void> => {
    await goTo(page, '/');
    await allRead(page);
    await page.getByRole('main').getByRole('link', { name: link }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: /^Restore of/ })).toBeVisible();
  };

const pictures: readonly Picture[] = [
  { name: 'tonight-light', open: atJobs },
  { name: 'tonight-dark', colorScheme: 'dark', open: atJobs },
  { name: 'tonight-400', viewport: { width: 400, height: 800 }, open: atJobs },
  {
    name: 'job-done-2-light',
    open: async (screens, clock) => {
      await fillApp01Beside(screens);
      await restoreEnded(screens, clock, /^Restore of app01/);
    },
  },
  { name: 'job-failed-light', open: atJob(/^Restore of testVM/) },
  { name: 'job-other-light', open: atJob(/^app01 to app01-restored/) },
  {
    name: 'review-replace-course-light',
    open: async (screens) => {
      await configure(screens, sources.app01);
      await screens.configuration.fillReplacement('stprodweu01 (LRS)');
      await screens.wizard.openStep('review');
      await screens.wizard.preflight.expectLine('Power state of the source VM', 'Not possible');
    },
  },
  {
    name: 'review-create-course-light',
    open: async (screens) => {
      await fillApp01Beside(screens);
      await screens.wizard.preflight.expectChecked();
    },
  },
  { name: 'picture-point-light', open: atPoint },
  { name: 'picture-point-light-1024', viewport: { width: 1024, height: 768 }, open: atPoint },
  { name: 'picture-point-light-400', viewport: { width: 400, height: 800 }, open: atPoint },
  { name: 'picture-configuration-light', open: atConfiguration },
  {
    name: 'plan-400',
    viewport: { width: 400, height: 800 },
    open: async (screens) => {
      await atConfiguration(screens);
      await screens.wizard.planLine().click();
    },
  },
];

for (const { name, viewport = WIDE, colorScheme = 'light', open } of pictures)
  test.describe(name, () => {
    test.use({ viewport });

    test('is taken', async ({ app, clock, page }) => {
      const screens = await app.open('/instances', 'default');
      await page.emulateMedia({ colorScheme });
      await open(screens, clock);
      await allRead(page);
      await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
    });
  });
