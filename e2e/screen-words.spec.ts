import { expect, type Page } from 'playwright/test';
import { openFolds } from './drivers/folds.ts';
import { beginDraft, type Chosen, goTo } from './drivers/in-page.ts';
import { jobAddresses } from './drivers/job-links.ts';
import { test } from './fixtures.ts';

/**
 * How many words three machines' screens have with all folds open. Before they were reworded they had
 * {@link BEFORE}; a text that is added takes the place of another one.
 */

const BEFORE: Readonly<Record<string, number>> = { configuration: 1, review: 1, job: 1 };
/** What is left of them at most. */
const SHARE = 0.75;

const production = '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups';

const itemIn = (vault: string, group: string, machine: string): string => {
  const item = `iaasvmcontainerv2;${group};${machine}`;
  return `${production}/${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${item}/protectedItems/VM;${item}`;
};

const prod = 'rg-backup-weu/providers/Microsoft.RecoveryServices/vaults/rsv-prod-weu';
const hr = 'rg-hr/providers/Microsoft.RecoveryServices/vaults/rsv-hr-weu';
const staging = `${production}/rg-restore-weu/providers/Microsoft.Storage/storageAccounts/stprodweu01`;

/** A new VM, disks under Azure Disk Encryption, and the largest machine replaced in place. */
const machines: Readonly<Record<string, Chosen>> = {
  app01: {
    instance: itemIn(prod, 'rg-app-prod', 'app01'),
    point: '140895108419071902',
    option: 'createVm',
    rg: 'rg-restore-weu',
    vmName: 'app01-night',
    vnet: `${production}/rg-network-weu/providers/Microsoft.Network/virtualNetworks/vnet-prod-weu`,
    staging,
  },
  'hr-db-01': {
    instance: itemIn(hr, 'rg-hr', 'hr-db-01'),
    point: '804365178917455',
    option: 'restoreDisks',
    rg: 'rg-restore-weu',
    staging,
  },
  'sql-erp-02': {
    instance: itemIn(prod, 'rg-erp', 'sql-erp-02'),
    point: '17452008559618020',
    group: 'replaceExisting',
    option: 'replaceDisks',
    staging,
  },
};

async function wordsOf(page: Page): Promise<number> {
  await openFolds(page);
  const text = await page.getByRole('main').innerText();
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

for (const step of ['configuration', 'review']) {
  test(`${step} of three machines has a quarter fewer words`, async ({ app, page }) => {
    await app.open('/instances', 'default');
    const counts: number[] = [];
    for (const chosen of Object.values(machines)) {
      await beginDraft(page, { datasource: 'azure-vm', ...chosen }, step);
      counts.push(await wordsOf(page));
    }
    expectFewer(step, counts);
  });
}

test('the pages of three finished jobs have a quarter fewer words', async ({ app, page }) => {
  await app.open('/jobs?range=7d&operation=Restore&status=Completed', 'default');
  const counts: number[] = [];
  for (const address of (await jobAddresses(page)).slice(0, 3)) {
    await goTo(page, address);
    counts.push(await wordsOf(page));
  }
  expect(counts).toHaveLength(3);
  expectFewer('job', counts);
});

function expectFewer(screen: string, counts: readonly number[]): void {
  const sum = counts.reduce((all, one) => all + one, 0);
  expect(sum, `${screen}: ${counts.join(', ')}`).toBeLessThanOrEqual((BEFORE[screen] ?? 0) * SHARE);
}
