import { join } from 'node:path';
import { allRead, goTo } from '../drivers/page.ts';
import { pageOf, sources } from '../drivers/world.ts';
import { app01Beside, configure } from '../drivers/restores.ts';
import type { Screens } from '../drivers/screens.ts';
import { test } from '../fixtures.ts';

/** One picture of each screen that a design was drawn for, in the window of that drawing. */

const FOLDER = join(import.meta.dirname, '../../test-results/pictures');

const WIDE = { width: 1440, height: 900 };

interface Picture {
  /** Of the file, and of the drawing. */
  readonly name: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly open: (screens: Screens) => Promise<void>;
}

const atPoint = async ({ page, wizard, instance }: Screens): Promise<void> => {
  const source = pageOf.app01.replace('/instances/', '');
  await goTo(page, `/restore/new?instance=${encodeURIComponent(source)}`);
  await wizard.expectStep('restore-point');
  await instance.before().fill('4 Jun 14:00');
  await instance.before().press('Enter');
};

const atConfiguration = async (screens: Screens): Promise<void> => {
  const { configuration } = screens;
  await configure(screens, sources.app01);
  await configuration.chooseType('Create new virtual machine');
  await configuration.name().fill(app01Beside.name);
  await configuration.choose('Virtual network', app01Beside.network);
};

const pictures: readonly Picture[] = [
  { name: 'picture-point-light', open: atPoint },
  { name: 'picture-point-light-1024', viewport: { width: 1024, height: 768 }, open: atPoint },
  { name: 'picture-point-light-400', viewport: { width: 400, height: 800 }, open: atPoint },
  { name: 'picture-configuration-light', open: atConfiguration },
  {
    name: 'plan-400',
    viewport: { width: 400, height: 800 },
    open: async (screens) => {
      await atConfiguration(screens);
      await screens.wizard.planLine().click();
    },
  },
];

for (const { name, viewport = WIDE, open } of pictures)
  test.describe(name, () => {
    test.use({ viewport });

    test('is taken', async ({ app, page }) => {
      const screens = await app.open('/instances', 'default');
      await open(screens);
      await allRead(page);
      await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
    });
  });
