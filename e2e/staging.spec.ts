import { expect } from 'playwright/test';
import { configure } from './drivers/restores.ts';
import { type Source, sources } from './drivers/world.ts';
import { MATRIX, matrixUnless, test } from './fixtures.ts';

/** The staging location: every account is listed, and those that will not do say why. */

const refused: readonly (readonly [Source, string, string])[] = [
  [sources.webFe, 'stprodweuzrs (ZRS)', 'Zone-redundant accounts can’t be used.'],
  [sources.webFe, 'stprodweublob (LRS)', 'Blob'],
  [sources.webFe, 'stprodweuprem (LRS)', 'remium'],
  [sources.app01, 'stprodweupremfw (LRS)', 'network rules'],
  [sources.webFe, 'stprodneu01 (LRS)', 'region'],
];

for (const [source, account, rule] of refused) {
  test(
    `${account} does not do for ${source.machine}`,
    { tag: matrixUnless(source === sources.app01) },
    async ({ app }) => {
      const screens = await app.open('/instances', 'default');
      const { configuration, explanation, keyboard } = screens;
      await configure(screens, source);
      await configuration.chooseType('Restore disks');
      const list = await configuration.staging();
      await keyboard.choose(list, configuration.entry(account));
      await expect(explanation.ofEntry(account)).toBeVisible();
      await explanation.expectSays({ rule, fact: '', source: '30 Nov 2024' });
    },
  );
}

const usable = [
  [sources.app01, 'stprodweuprem (LRS)'],
  [sources.webFe, 'stprodweu02 (GRS)'],
  [sources.webFe, 'stprodweufw (LRS)'],
] as const;
for (const [source, account] of usable) {
  test(`${account} does for ${source.machine}`, { tag: MATRIX }, async ({ app, azure }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, configuration } = screens;
    await configure(screens, source);
    await configuration.chooseType('Restore disks');
    await configuration.choose('Resource group', 'rg-restore-weu');
    await configuration.choose('Staging Location', account);
    await wizard.next('review');
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toHaveLength(1);
  });
}
