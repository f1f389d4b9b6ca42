import { expect, type Page } from 'playwright/test';
import { fillApp01ByCommvault } from './drivers/commvault.ts';
import { appData, reviewDisk, withDisks } from './drivers/disks.ts';
import { late } from './drivers/faults.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { test } from './fixtures.ts';

/** Before its facts are there a screen keeps their place: it claims, counts and asks for nothing. */

/** Longer than the tests look, and shorter than a read is waited for. */
const LATE_S = 25;

interface Screen {
  readonly name: string;
  readonly open: (screens: Screens) => Promise<void>;
  /** What stands meanwhile, by role and name. */
  readonly meanwhile: (what: string) => readonly ['progressbar' | 'combobox', string];
  /** What is read, by the operation of Azure. */
  readonly facts: Readonly<Record<string, string>>;
}

const OF_SOURCE = {
  'protectedItems.get': 'the backup instance',
  'recoveryPoints.list': 'the restore points',
  'vaults.get': 'the vault',
  'virtualMachines.get': 'the source VM',
  'networkInterfaces.get': 'the NICs of the source VM',
  'storageAccounts.list': 'the storage accounts',
  'virtualNetworks.list': 'the virtual networks',
} as const;

/** All of it waits. */
const skeleton = (what: string) => ['progressbar', `Loading ${what}`] as const;

const SCREENS: readonly Screen[] = [
  { name: 'Review of a new VM', open: fillApp01Beside, meanwhile: skeleton, facts: OF_SOURCE },
  {
    name: 'Configuration of a new VM',
    open: async (screens) => {
      await fillApp01Beside(screens);
      await screens.wizard.openStep('configuration');
    },
    // Each field waits for itself.
    meanwhile: () => ['combobox', 'Restore Type'],
    facts: OF_SOURCE,
  },
  {
    name: 'Review of an Azure disk',
    open: async (screens) => {
      const target = { subscription: 'Contoso Production', name: 'app01-again' };
      await reviewDisk(withDisks(screens), { ...appData, ...target });
    },
    meanwhile: skeleton,
    facts: {
      'backupInstances.get': 'the backup instance',
      'backupVaults.get': 'the vault',
      'disks.get': 'the source disk',
    },
  },
  {
    name: 'Review of a VM through Commvault',
    open: fillApp01ByCommvault,
    meanwhile: skeleton,
    facts: {
      'commvaultVms.get': 'the VM in Commvault',
      'commvaultVms.jobs': 'the restore points',
    },
  },
];

const CLAIM =
  /not checked|not possible|to do:|depends on|select (?:a|an|another) |haven’t|\d questions|not read|has \d|i have read/i;

const textOf = async (page: Page): Promise<string> =>
  (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');

for (const { name, open, meanwhile, facts } of SCREENS) {
  for (const [operation, what] of Object.entries(facts)) {
    test(`${name}, while ${operation} is late`, async ({ app, clock, faults, page }) => {
      const screens = await app.open('/instances', 'default');
      await open(screens);
      const fault = late(operation, LATE_S);
      await faults.add(fault);
      await app.reload();
      const waiting = page.getByRole('main').getByRole('progressbar', { name: /^Loading/ });
      const [role, called] = meanwhile(what);
      await expect(page.getByRole('main').getByRole(role, { name: called })).toBeVisible();
      const text = await textOf(page);
      globalThis.console.info(`${name} × ${operation}: ${text.replace(/^.* step \d of 6 /, '')}`);
      expect(text).not.toMatch(CLAIM);
      await faults.remove(fault.id);
      await clock.pass(LATE_S * 1000);
      await expect(waiting).toHaveCount(0);
    });
  }
}
