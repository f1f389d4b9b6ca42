import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { PICTURED, SCENES, settledSign } from '../drivers/pictured.ts';
import { test } from '../fixtures.ts';

/** What README and docs show, and the sign of each screen as it was then. */

const FOLDER = join(import.meta.dirname, '../../test-results/pictures/docs');

test.use({ viewport: PICTURED });

test('the scenes of a restore', async ({ app, clock, page }) => {
  const screens = await app.open('/instances', 'default');
  const signs: Record<string, string> = {};
  for (const { name, shownMs, isStill = false, go } of SCENES) {
    await go(screens, clock);
    signs[name] = await settledSign(page);
    const take = async (file: string): Promise<Buffer> =>
      page.screenshot({ path: join(FOLDER, `${file}.png`), animations: 'disabled' });
    if (shownMs > 0) await take(`frames/${name}`);
    for (const colorScheme of isStill ? (['dark', 'light'] as const) : []) {
      await page.emulateMedia({ colorScheme });
      await settledSign(page);
      await take(`${name}-${colorScheme}`);
    }
  }
  writeFileSync(join(FOLDER, 'screens.json'), `${JSON.stringify(signs, null, 2)}\n`);
});
