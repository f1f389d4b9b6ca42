import { expect, type Page } from 'playwright/test';
import { expectInPlace } from '../drivers/boxes.ts';
import { commvaultApp01 } from '../drivers/commvault.ts';
import { allRead, goTo } from '../drivers/in-page.ts';
import { jobAddresses } from '../drivers/job-links.ts';
import { places } from '../drivers/places.ts';
import { sizes } from '../drivers/sizes.ts';
import { test } from '../fixtures.ts';
import { expectNoPlainText } from './plain-text.ts';

/**
 * Every page and step at every width with texts that are 40% longer and have accents: nothing is cut,
 * nothing overlaps, and no text of the product stays as it was, which would be one outside of the strings.
 * No label is known here, so that places are reached by their addresses alone.
 */

/** Where a draft of each datasource starts: the demo has one for most constraints. */
const drafts: Readonly<Record<string, string>> = {
  'Azure Virtual machines': '/restore/new?rule=after.nsg',
  'Azure Disks': '/restore/new?rule=disk.name.required',
  'Commvault (Azure VM)': `/restore/new?instance=${encodeURIComponent(commvaultApp01)}`,
};

for (const [width, height] of sizes) {
  test.describe(`at ${String(width)}×${String(height)}`, () => {
    test.use({ viewport: { width, height } });

    test('every page', async ({ app, page, troubles }) => {
      troubles.expectRefusals();
      await app.open('/', 'default');
      for (const { name, address } of places) {
        await goTo(page, address);
        await look(page, name);
      }
      await goTo(page, '/jobs?range=7d');
      for (const address of (await jobAddresses(page)).slice(0, JOBS)) {
        await goTo(page, address);
        await look(page, `the job ${address}`);
      }
    });

    for (const [datasource, address] of Object.entries(drafts)) {
      test(`every step of ${datasource}`, async ({ app, page }) => {
        await app.open('/', 'default');
        await goTo(page, address);
        await page.waitForURL(/\/restore\/[0-9a-f-]{36}\//);
        const steps = page.getByRole('navigation').getByRole('listitem').getByRole('button');
        await expect(steps).not.toHaveCount(0);
        for (const step of await steps.all()) {
          await step.click();
          await look(page, `${datasource}, ${await step.innerText()}`);
        }
      });
    }
  });
}

/** As many as show each kind of outcome on the first page of the list. */
const JOBS = 6;

async function look(page: Page, name: string): Promise<void> {
  await allRead(page);
  await expectInPlace(page, name);
  await expectNoPlainText(page, name);
}
