import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { PICTURED, SCENES, settledSign } from './drivers/pictured.ts';
import { test } from './fixtures.ts';

/** The pictures of README and docs show what the product shows. */

const taken: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../docs/pictures/screens.json'), 'utf8'),
);

test.use({ viewport: PICTURED });

test('no screen has changed since its picture was taken', async ({ app, clock, page }) => {
  const screens = await app.open('/instances', 'default');
  const now: Record<string, string> = {};
  for (const { name, go } of SCENES) {
    await go(screens, clock);
    now[name] = await settledSign(page);
  }
  expect(now, 'screens that differ have changed: run npm run docs -- pictures').toEqual(taken);
});
