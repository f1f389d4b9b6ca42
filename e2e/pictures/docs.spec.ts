import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';

import { PICTURED, type Scene, settledSign, throughScenes } from '../drivers/pictured.ts';
import { test } from '../fixtures.ts';

/** What README and docs show, and the sign of each screen as it was then. */

const FOLDER = join(import.meta.dirname, '../../test-results/pictures/docs');

test.use({ viewport: PICTURED });

/** The pictures of one scene: a frame of the moving one, and a still in dark and light. */
async function take(page: Page, { name, shownMs, isStill = false }: Scene): Promise<void> {
  const taken = async (file: string): Promise<void> => {
    const path = join(FOLDER, `${file}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  };
  if (shownMs > 0) await taken(`frames/${name}`);
  if (!isStill) return;
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await settledSign(page);
    await taken(`${name}-${colorScheme}`);
  }
}

test('the scenes of a restore', async ({ app, clock, page }) => {
  const screens = await app.open('/instances', 'default');
  const scenes = await throughScenes(screens, clock, async (scene) => take(page, scene));
  writeFileSync(join(FOLDER, 'scenes.json'), `${JSON.stringify(scenes, null, 2)}\n`);
});
