import { expect, type Page } from 'playwright/test';
import { expectNoSidewaysScroll } from './drivers/a11y.ts';
import { atSizes, expectInPlace, expectNothingCut, sizes, widenText } from './drivers/layout.ts';
import { commvaultApp01 } from './drivers/commvault.ts';
import { allRead, goTo, jobAddresses } from './drivers/page.ts';
import { places, sources } from './drivers/world.ts';
import { configure, fillApp01Beside } from './drivers/restores.ts';
import { test } from './fixtures.ts';

/**
 * WCAG 1.4.12: a person sets letters, words and lines wider apart, and loses nothing. A text then needs about as much
 * more room as in a longer language. The longest names are in `widths.spec.ts`.
 */

// The style would outlive its test.
test.use({ isShared: false });

/** Where a draft of each datasource starts: the demo has one for most constraints. */
const drafts: Readonly<Record<string, string>> = {
  'Azure Virtual machines': '/restore/new?rule=after.nsg',
  'Azure Disks': '/restore/new?rule=disk.name.required',
  'Commvault (Azure VM)': `/restore/new?instance=${encodeURIComponent(commvaultApp01)}`,
};

/** As many as show each kind of outcome on the first page of the list. */
const JOBS = 6;

/** In a narrow column of a list a moment ends with an ellipsis then; its title has the whole. */
const MOMENTS = / is (?:cut|broken) in |is broken between its day and its hour$/;

async function look(page: Page, name: string): Promise<void> {
  await allRead(page);
  await expectNothingCut(page, name);
  await expectNoSidewaysScroll(page, name);
  await expectInPlace(page, name, MOMENTS);
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test('a screen of each kind keeps its words', async ({ app, page }) => {
    const screens = await app.open('/', 'default');
    await widenText(page);
    await screens.shell.expectText('Restores in progress');
    await look(page, 'Overview');
    await goTo(page, '/jobs');
    await screens.jobs.expectVisible();
    await look(page, 'Backup jobs');
    await configure(screens, sources.app01);
    await screens.configuration.chooseType('Create new virtual machine');
    await screens.wizard.tryNext();
    await look(page, 'Configuration');
    await fillApp01Beside(screens);
    await look(page, 'Review');
  });
});

/** The narrowest window of each layout, where words have least room; `widths.spec.ts` goes through all sizes. */
const NARROWEST: readonly number[] = [320, 640, 1024, 1440];
const windows = sizes.filter(([width]) => NARROWEST.includes(width));

test.describe('in each layout', () => {
  const lookAtSizes = async (page: Page, name: string): Promise<void> =>
    atSizes(page, windows, async (at) => look(page, `${name} ${at}`));

  for (const { name, address, title } of places)
    test(`${name} keeps its words`, async ({ app, page, troubles }) => {
      troubles.expectRefusals();
      const { shell } = await app.open('/', 'default');
      await widenText(page);
      await goTo(page, address);
      await shell.expectTitle(title);
      await lookAtSizes(page, name);
    });

  test('jobs keep their words', async ({ app, page, troubles }) => {
    troubles.expectRefusals();
    await app.open('/', 'default');
    await widenText(page);
    await goTo(page, '/jobs?range=7d');
    for (const address of (await jobAddresses(page)).slice(0, JOBS)) {
      await goTo(page, address);
      await lookAtSizes(page, `the job ${address}`);
    }
  });

  for (const [datasource, address] of Object.entries(drafts)) {
    test(`every step of ${datasource} keeps its words`, async ({ app, page }) => {
      const { wizard } = await app.open('/', 'default');
      await widenText(page);
      await goTo(page, address);
      await page.waitForURL(/\/restore\/[0-9a-f-]{36}\//);
      await expect.poll(async () => (await wizard.stepButtons()).length).toBeGreaterThan(0);
      for (const step of await wizard.stepButtons()) {
        await step.click();
        await lookAtSizes(page, `${datasource}, ${await step.innerText()}`);
      }
    });
  }
});
