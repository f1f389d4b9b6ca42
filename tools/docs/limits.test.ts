import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import { LIMITS } from '#src/lib/limits.ts';

import { root } from '../program.ts';
import { bootLateMs } from './limits.ts';

test('the start says that it takes long when every other place does', () => {
  expect(bootLateMs()).toBe(LIMITS.lateMs);
});

/** Code that is loaded within a limit of whoever asks for it: see `loadCode`, which `loadOnce` uses. */
const LOADED_BY_OTHERS =
  /^src\/(?:datasources\/[^/]+\/(?:index\.ts|restore\.tsx?|files\/recover-files\.ts)|wizard\/TaskWizard\.tsx)$/;

/** Part of the start, which has limits of its own; the simulator is code that is loaded already. */
const AT_START = /^src\/(?:api\/arm\/msal|mocks\/boot)\.ts$/;

test('code is loaded within a limit everywhere', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.(?:test|type-test)\./.test(file));
  const unlimited = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const isLoading =
      /\bimport\('/.test(text) && !/\b(?:loadCode|loadOnce|lazyPart)(?:<[^(]*>)?\(/.test(text);
    return isLoading && !LOADED_BY_OTHERS.test(file) && !AT_START.test(file);
  });
  expect(unlimited).toEqual([]);
});
