import { sampled } from '#src/lib/testing-sample.ts';
import { expectNoSidewaysScroll } from './drivers/a11y.ts';
import { goTo } from './drivers/in-page.ts';
import { configure, fillApp01Beside } from './drivers/restores.ts';
import { sources } from './drivers/sources.ts';
import { expectNothingCut, widenText } from './drivers/text-spacing.ts';
import { LIKE, test } from './fixtures.ts';

/** WCAG 1.4.12: a person sets letters, words and lines wider apart, and loses nothing. */

// The style would outlive its test.
test.use({ isShared: false });

for (const width of sampled([320, 1024, 1440], 1 / 3, 'text spacing')) {
  test.describe(`${String(width)} pixels`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('the pages keep their words', { tag: LIKE }, async ({ app, page }) => {
      const { shell, instances, jobs } = await app.open('/', 'default');
      await widenText(page);
      await shell.expectText('Restores in progress');
      await expectNothingCut(page, 'Overview');
      await expectNoSidewaysScroll(page);
      await goTo(page, '/instances');
      await instances.expectVisible();
      await expectNothingCut(page, 'Backup instances');
      await goTo(page, '/jobs');
      await jobs.expectVisible();
      await expectNothingCut(page, 'Backup jobs');
      await expectNoSidewaysScroll(page);
    });

    test('the wizard keeps its words', { tag: LIKE }, async ({ app, page }) => {
      const screens = await app.open('/instances', 'default');
      const { configuration, wizard } = screens;
      await widenText(page);
      await configure(screens, sources.app01);
      await configuration.chooseType('Create new virtual machine');
      await wizard.tryNext();
      await expectNothingCut(page, 'Configuration');
      await expectNoSidewaysScroll(page);
      await fillApp01Beside(screens);
      await expectNothingCut(page, 'Review');
      await expectNoSidewaysScroll(page);
    });
  });
}
