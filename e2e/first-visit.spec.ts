import { readFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { shiftOf } from './drivers/browser.ts';
import { allRead } from './drivers/page.ts';
import { simulationReady } from './drivers/simulated.ts';
import { forbidStorage } from './drivers/storage.ts';
import { MATRIX, test } from './fixtures.ts';

/** What a person who has never been in the demo is shown, and that it never comes back. */

test.use({ isShared: false });

/** As much as may move by itself (design: Budgets). */
const MOST_SHIFT = 0.02;

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 400, height: 800 },
]) {
  test.describe(`in a window of ${viewport.width} pixels`, () => {
    test.use({ viewport });

    test('the first visit has one card, which moves nothing and never comes back once it is closed', async ({
      app,
      page,
    }) => {
      const { overview, shell } = await app.visit('/');
      await simulationReady(page);
      await expect(overview.firstVisit.getByRole('link')).toHaveText([
        'Try a restore',
        'See why something isn’t possible',
        'Lose an answer',
      ]);
      await allRead(page);
      const { sum, what } = await shiftOf(page);
      expect(sum, what).toBeLessThanOrEqual(MOST_SHIFT);
      await expectAccessible(page, 'the card of the first visit');
      await overview.firstVisit.getByRole('button', { name: 'Close' }).press('Enter');
      await expect(overview.firstVisit).toHaveCount(0);
      await expect(shell.title('Overview')).toBeFocused();
      await app.reload();
      await allRead(page);
      await expect(overview.firstVisit).toHaveCount(0);
    });
  });
}

test('each of its presses opens what it names, and ends the first visit', async ({ app, page }) => {
  const { overview, shell, wizard } = await app.visit('/');
  await overview.firstVisit.getByRole('link', { name: 'Try a restore' }).click();
  await wizard.expectStep('restore-point');
  await shell.goTo('Overview');
  await allRead(page);
  await expect(overview.firstVisit).toHaveCount(0);
});

test(
  'where storage is blocked it is gone for this visit',
  { tag: MATRIX },
  async ({ app, context, page }) => {
    await forbidStorage(context);
    const { overview, shell } = await app.visit('/');
    await overview.firstVisit.getByRole('button', { name: 'Close' }).click();
    await shell.goTo('Vaults');
    await shell.goTo('Overview');
    await allRead(page);
    await expect(overview.firstVisit).toHaveCount(0);
  },
);

/** The addresses that README offers, by the texts of their links. */
const offered = new Map(
  [
    ...readFileSync(new URL('../README.md', import.meta.url), 'utf8').matchAll(
      /\[([^\]]+)\]\(http:\/\/localhost:4173([^)]*)\)/g,
    ),
  ].map(([, text = '', address = '']) => [text, address]),
);

const addressOf = (text: string): string => {
  const address = offered.get(text);
  if (address === undefined) throw new Error(`README offers nothing named ${text}.`);
  return address;
};

test('README offers a blocked choice', async ({ app }) => {
  const { shell, wizard } = await app.visit(addressOf('a VM with Azure Disk Encryption'));
  await wizard.expectStep('configuration');
  await shell.expectText('A VM with Azure Disk Encryption is rebuilt from its disks.');
});

test('README offers an answer that is lost, and the card the same', async ({
  app,
  azure,
  page,
  troubles,
}) => {
  troubles.expectRefusals();
  const address = addressOf('a restore that is ready to start');
  const { overview, shell, wizard } = await app.visit('/');
  await expect(overview.firstVisit.getByRole('link', { name: 'Lose an answer' })).toHaveAttribute(
    'href',
    address,
  );
  await expect(
    overview.firstVisit.getByRole('link', { name: 'See why something isn’t possible' }),
  ).toHaveAttribute('href', addressOf('a VM with Azure Disk Encryption'));
  await overview.firstVisit.getByRole('link', { name: 'Lose an answer' }).click();
  await wizard.expectStep('review');
  await allRead(page);
  await wizard.restore();
  await shell.expectText('Job found by search');
  expect(await azure.accepted()).toHaveLength(1);
});

test('README offers a finished restore', async ({ app }) => {
  const { job, shell } = await app.visit(addressOf('a job of the evening before'));
  await job.expectOpen('Restore of web-fe-07');
  await shell.expectText('Next steps');
});
