import { expect } from 'playwright/test';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { MATRIX, matrixUnless, test } from './fixtures.ts';

/** The four situations of a domain controller, as the operator answers them. */

const situations = [
  [
    'The only domain controller of a single domain',
    'The only domain controller of its domain is restored like any VM.',
  ],
  [
    'One domain controller among several domains',
    'This is one domain controller among several domains.',
  ],
  ['Several domains of one forest', 'Several domains of one forest are restored.'],
] as const;

const network = { name: 'dc-hq-02', group: 'rg-restore-neu', network: 'vnet-corp-neu' } as const;
const restored = { ...network, staging: 'stcorpneu01 (LRS)' } as const;
const question = 'Is it a domain controller?';

for (const [answer, says] of situations) {
  test(`a domain controller: ${answer}`, { tag: MATRIX }, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { shell, wizard, configuration } = screens;
    await configure(screens, sources.dcHq);
    await configuration.fillNewMachine(restored);
    await configuration.aboutMachine().click();
    await configuration.choose(question, answer);
    await wizard.next('review');
    await shell.expectText(says);
  });
}

const last = 'This is the last domain controller of its domain, or the network is isolated.';
for (const [reachable, times] of [
  ['Yes', 0],
  ['No', 1],
] as const) {
  test(
    `one of several, another of them reachable: ${reachable}`,
    { tag: matrixUnless(reachable === 'No') },
    async ({ app }) => {
      const screens = await app.open('/instances', 'default');
      const { wizard, configuration } = screens;
      await configure(screens, sources.dcHq);
      await configuration.fillNewMachine(restored);
      await configuration.aboutMachine().click();
      await configuration.choose(question, 'One of several domain controllers of a single domain');
      await configuration.choose('Is another domain controller reachable?', reachable);
      await configuration.choose('Will its network be isolated?', 'No');
      await wizard.next('review');
      // Until all is read, nothing is found.
      await expect(wizard.restoreButton()).toBeEnabled();
      const findings = wizard.preflight.section();
      await expect(findings.getByText(last)).toHaveCount(times);
    },
  );
}
