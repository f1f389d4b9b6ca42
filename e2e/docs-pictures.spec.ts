import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { PICTURED, throughScenes } from './drivers/pictured.ts';
import { test } from './fixtures.ts';

/** The pictures of README and docs show what the product shows. */

const taken: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../docs/pictures/scenes.json'), 'utf8'),
);

test.use({ viewport: PICTURED });

test('no screen has changed since its picture was taken', async ({ app, clock }) => {
  const screens = await app.open('/instances', 'default');
  const now = await throughScenes(screens, clock);
  expect(now, 'screens whose sign differs have changed: run npm run docs -- pictures').toEqual(
    taken,
  );
});
