import { expect } from 'playwright/test';
import { NextSteps } from './drivers/jobs.ts';
import { Reader } from './drivers/spoken.ts';
import { app01Beside, configure, fillApp01Beside } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/**
 * What a screen reader speaks while a machine is restored as a new one, by keyboard alone, in three
 * parts. `SPOKEN=write npm run e2e -- e2e/spoken-restore.spec.ts` writes them anew, to be read.
 */
const script = (part: string): URL => new URL(`spoken/create-vm/${part}.txt`, import.meta.url);

test('the way to a machine and its restore point is spoken without noise and without a gap', async ({
  app,
  clock,
  page,
}) => {
  const { shell, wizard } = await app.open('/', 'default');
  const reader = await Reader.listen(page, clock, 'Overview');
  await reader.reach(shell.link('Restore'));

  await reader.go('Datasource', 'Enter', async () =>
    expect(wizard.heading('datasource')).toBeFocused(),
  );
  await reader.reach(wizard.datasource('Azure Virtual machines'));

  await reader.go('Backup instance', 'Enter', async () =>
    expect(wizard.heading('instance')).toBeFocused(),
  );
  await reader.reach(wizard.instance('app01'));
  await reader.check(wizard.instance('app01'));

  await reader.go('Restore point', 'Enter', async () =>
    expect(wizard.heading('restore-point')).toBeFocused(),
  );
  await reader.reach(wizard.point('4 Jun 2025, 22:03'));
  await reader.check(wizard.point('4 Jun 2025, 22:03'));

  await reader.press('Enter', async () => expect(wizard.heading('configuration')).toBeFocused());
  await reader.expectScript(script('1-source'));
});

test(
  'all that is chosen for a new machine is spoken, what Next refuses too',
  { tag: proves('what is chosen is spoken') },
  async ({ app, clock, page }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, configuration } = screens;
    await configure(screens, sources.app01);
    await expect(wizard.heading('configuration')).toBeFocused();
    const reader = await Reader.listen(page, clock, 'Configuration');
    await reader.choose(
      configuration.list('Restore Type'),
      configuration.entry('Create new virtual machine'),
    );
    await reader.goOn();
    await reader.reach(configuration.name());
    const network = configuration.list('Virtual network');
    await reader.press('Enter', async () =>
      expect(network).toHaveAttribute('aria-invalid', 'true'),
    );
    await reader.reach(wizard.refused.line('Virtual network'));
    await reader.press('Enter', async () => expect(network).toBeFocused());
    await reader.choose(network, configuration.entry(app01Beside.network));
    await reader.goOn();

    await reader.reach(wizard.nextButton('review'));

    await reader.go('Review + restore', 'Enter', async () =>
      expect(wizard.heading('review')).toBeFocused(),
    );
    await reader.reach(wizard.stepButton('network-access'), 'Shift+Tab');

    await reader.go('Network access, which Next passed over', 'Enter', async () =>
      expect(wizard.heading('network-access')).toBeFocused(),
    );
    await reader.reach(wizard.nextButton('review'));

    await reader.press('Enter', async () => expect(wizard.heading('review')).toBeFocused());
    await reader.listenFor(8, async () => wizard.preflight.expectReady());
    await reader.expectScript(script('2-configuration'));
  },
);

test('its restore is spoken from the press to the end of the job', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, job } = screens;
  await fillApp01Beside(screens);
  await expect(wizard.heading('review')).toBeFocused();
  // That the checks have passed is heard in the part before, and comes here at a moment of its own.
  await wizard.preflight.reachReady(clock);
  const reader = await Reader.listen(page, clock, 'Review + restore');
  await reader.reach(wizard.restoreButton());

  await reader.go('Restore', 'Enter', async () => {
    await shell.expectText('Restore request accepted');
    await azure.expectReceived('restores.trigger', 1);
  });
  await reader.goByItself('Job', 2, async () => {
    await job.expectOpen('Restore of app01');
    await expect(shell.title('Restore of app01')).toBeFocused();
  });
  await reader.listenFor(40, async () => shell.expectText('Updated 0 s ago'));
  await reader.listenFor(8, async () => job.expectProgress('Completed'));
  // React shows what was loaded up to 0.3 s later when something else has just appeared.
  await reader.listenFor(8, async () => {
    await expect(new NextSteps(page).part()).toBeVisible();
    await shell.expectText('Updated 8 min ago');
  });
  await reader.goOn();
  await reader.expectScript(script('3-restore'));
});
