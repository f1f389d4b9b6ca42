import { expect, type Page } from 'playwright/test';
import { beginDraft, type Chosen, goTo, jobAddresses, openFolds } from './drivers/page.ts';
import { test } from './fixtures.ts';

/**
 * How many words three machines' screens have with all folds open. Before they were reworded they had
 * {@link BEFORE}; a text that is added takes the place of another one.
 */

const BEFORE: Readonly<Record<string, number>> = {
  'configuration app01': 1_828,
  'configuration hr-db-01': 2_224,
  'configuration sql-erp-02': 1_803,
  'review app01': 969,
  'review hr-db-01': 1_029,
  'review sql-erp-02': 1_228,
  jobs: 1_012,
};
/** What is left of them at most. */
const SHARE = 0.75;
/** What a job that failed has left is a table of its own since. What these pages show at once has limits in `words.spec.ts`. */
const SHARE_OF_JOBS = 0.8;

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

const headings = { configuration: /^Configuration/, review: /^Review/ };

/** A new VM, disks, and a restore that failed, each with the part of its page that comes last. */
const finished = [
  { title: /^Restore of app01/, last: 'Next steps' },
  { title: /^Restore of sql-erp-02/, last: 'Next steps' },
  { title: /^Restore of testVM/, last: 'Properties' },
];

/** All restores that the demo starts with have ended by then. */
const UNTIL_FINISHED = 4 * 3_600_000;

async function wordsOf(page: Page): Promise<number> {
  await openFolds(page);
  await expect(page.getByText(/^(?:Loading|Reading) .*…$/)).toHaveCount(0);
  let words = 0;
  // Forms behind a fold are fetched, and then read what can be selected.
  const hasSettled = async (): Promise<boolean> => {
    const before = words;
    await openFolds(page);
    // A picture has a limit of its own (`words.spec.ts`), and its table says the same once more.
    const plan = page.getByRole('complementary', { name: 'Plan' });
    const main = page.getByRole('main');
    const twins = [
      ...(await main.getByRole('img').allTextContents()),
      ...(await plan.getByRole('table').allInnerTexts()),
      ...(await main.getByRole('table', { name: 'Restore', exact: true }).allInnerTexts()),
      // A text to copy, which the pages before didn't have.
      ...(await main.getByRole('region', { name: 'Hand over' }).allInnerTexts()),
    ];
    // Steps in few words have their sentences for screen readers alone.
    const steps = page.getByRole('table', { name: 'Steps' });
    twins.push(
      ...(await steps.evaluateAll((tables) =>
        tables.flatMap((table) =>
          Array.from(table.querySelectorAll<HTMLElement>('span'))
            .filter((span) => getComputedStyle(span).clipPath === 'inset(50%)')
            .map((span) => span.innerText),
        ),
      )),
    );
    const text = await page.getByRole('main').innerText();
    words = wordsIn(text) - wordsIn(twins.join(' '));
    return words === before;
  };
  await expect.poll(hasSettled, BETWEEN_LOOKS).toBe(true);
  return words;
}

const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/** Longer than a browser needs to fetch a file of this machine. */
const BETWEEN_LOOKS = { intervals: [500] };

for (const [step, heading] of Object.entries(headings)) {
  for (const [machine, chosen] of Object.entries(machines)) {
    test(`${step} of ${machine} has a quarter fewer words`, async ({ app, clock, page }) => {
      await app.open('/instances', 'default');
      await beginDraft(page, { datasource: 'azure-vm', ...chosen }, step);
      await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
      // Azure's validation ends, too.
      await clock.pass(60_000);
      expectFewer(`${step} ${machine}`, await wordsOf(page));
    });
  }
}

test('the pages of three finished jobs have a fifth fewer words', async ({ app, clock, page }) => {
  await app.open(
    '/jobs?range=7d&operation=Restore&status=inProgress,failed&datasource=vm',
    'default',
  );
  await expect(page.getByRole('link', { name: 'Restore of testVM' }).first()).toBeVisible();
  const addresses = await jobAddresses(page);
  await clock.pass(UNTIL_FINISHED);
  let words = 0;
  for (const [index, { title, last }] of finished.entries()) {
    await goTo(page, addresses[index] ?? '');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('heading', { name: last })).toBeVisible();
    words += await wordsOf(page);
  }
  expectFewer('jobs', words, SHARE_OF_JOBS);
});

function expectFewer(screen: string, words: number, share = SHARE): void {
  expect(words, screen).toBeLessThanOrEqual((BEFORE[screen] ?? 0) * share);
}
