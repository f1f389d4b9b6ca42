import { expect } from 'playwright/test';
import { allRead, goTo } from './drivers/in-page.ts';
import { pageOf } from './drivers/instance.ts';
import { configure } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { sources } from './drivers/sources.ts';
import { wordsSeen } from './drivers/words.ts';
import { test } from './fixtures.ts';

/** How many words a screen shows at most, at 1440 × 900. */

interface Screen {
  readonly name: string;
  readonly limit: number;
  readonly open: (screens: Screens) => Promise<void>;
}

const APP01 = pageOf.app01.replace('/instances/', '');

const SCREENS: readonly Screen[] = [
  {
    name: 'Backup jobs',
    limit: 300,
    open: async ({ jobs, page }) => {
      await goTo(page, '/jobs');
      await expect(jobs.strip().getByRole('img')).toBeVisible();
      await expect(jobs.running.row('app01')).toContainText('%');
    },
  },
  {
    name: 'Overview',
    limit: 240,
    open: async ({ overview, page }) => {
      await goTo(page, '/');
      await expect(overview.picture()).toBeVisible();
      await overview.expectMoving('app01');
    },
  },
  {
    name: 'Restore point',
    limit: 380,
    open: async ({ page, wizard }) => {
      await goTo(page, `/restore/new?instance=${encodeURIComponent(APP01)}`);
      await wizard.expectStep('restore-point');
    },
  },
  ...Object.entries({
    app01: pageOf.app01,
    'sql-erp-02': pageOf.sqlErp,
    'hr-db-01': pageOf.hrDb,
  }).map(([name, address]) => ({
    name: `The page of ${name}`,
    limit: 500,
    open: async ({ instance, page }: Screens) => {
      await goTo(page, address);
      await expect(instance.timeline()).toBeVisible();
      await instance.jobs.expectVisible();
    },
  })),
  {
    name: 'Configuration',
    limit: 250,
    open: async (screens) => {
      await configure(screens, sources.app01);
      await screens.configuration.fillNewMachine({
        name: 'app01-night',
        group: 'rg-restore-weu',
        network: 'vnet-prod-weu',
        staging: 'stprodweu01 (LRS)',
      });
    },
  },
];

test.use({ viewport: { width: 1440, height: 900 } });

for (const { name, limit, open } of SCREENS) {
  test(`${name} shows at most ${String(limit)} words`, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    await open(screens);
    await allRead(screens.page);
    const words = await wordsSeen(screens.page);
    expect(words).toBeGreaterThan(50);
    expect(words).toBeLessThanOrEqual(limit);
  });
}
