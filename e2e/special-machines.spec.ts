import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { configure } from './drivers/restores.ts';
import { type Source, sources } from './drivers/world.ts';
import { MATRIX, matrixUnless, test } from './fixtures.ts';

/** Machines with special configurations: Review shows what a new machine loses. */

interface Special {
  readonly source: Source;
  readonly target: readonly [group: string, network: string, staging: string];
  readonly says: readonly string[];
  /** The check whose warning is read. */
  readonly warned?: string;
}

const westEurope = ['rg-restore-weu', 'vnet-prod-weu', 'stprodweu01 (LRS)'] as const;
const northEurope = ['rg-restore-neu', 'vnet-corp-neu', 'stcorpneu01 (LRS)'] as const;
const eastUs2 = ['rg-restore-eus2', 'vnet-apps-eus2', 'stcorpeus201 (LRS)'] as const;

const machines: readonly Special[] = [
  {
    source: sources.sqlErp,
    target: westEurope,
    says: [/Hybrid/i.source, 'SQL'],
    warned: 'Core quota',
  },
  { source: sources.webFe, target: westEurope, says: ['load balancer', 'availability set'] },
  { source: sources.finLedger, target: eastUs2, says: ['load balancer'] },
  { source: sources.filesHq, target: northEurope, says: ['NIC', 'reserved'] },
];

for (const { source, target, says, warned } of machines) {
  test(
    `${source.machine} as a new machine: ${says.join(', ')}`,
    { tag: matrixUnless(source === sources.webFe) },
    async ({ app, page }) => {
      const screens = await app.open('/instances', 'default');
      const { shell, wizard, configuration } = screens;
      await configure(screens, source);
      const [group, network, staging] = target;
      await configuration.fillNewMachine({ name: 'restored-01', group, network, staging });
      await wizard.next('review');
      for (const words of says) await shell.expectText(new RegExp(words, 'i'));
      await expectAccessible(page, `special: ${source.machine}`);
      await wizard.tickWarnings(warned);
      await wizard.restoreAccepted();
    },
  );
}

test(
  'while the datacenter is down the copy in the pair is restored from, there',
  { tag: MATRIX },
  async ({ app, azure, troubles }) => {
    // The key vault of its set can't be read.
    troubles.expectRefusals();
    const screens = await app.open('/instances', 'region-down');
    const { wizard, configuration, explanation, keyboard } = screens;
    await configure(screens, sources.finArchive);
    await configuration.chooseType('Create new virtual machine');
    await configuration.aboutMachine().click();
    await configuration.choose('Is its zone or region down?', 'The primary datacenter is down');
    await configuration.name().fill('fin-archive-03');
    await configuration.choose('Resource group', 'rg-dr-cus');
    await configuration.choose('Virtual network', 'vnet-dr-cus');
    const staging = await configuration.staging();
    await keyboard.choose(staging, configuration.entry('stcorpeus201 (LRS)'));
    await expect(explanation.ofEntry('stcorpeus201 (LRS)')).toBeVisible();
    await configuration.choose('Staging Location', 'stcorpdrcus01 (LRS)');
    await wizard.next('review');
    await wizard.tickWarnings();
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toMatchObject([
      { body: { properties: { region: 'centralus' } } },
    ]);
  },
);
