import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import { LIMITS } from '#src/lib/limits.ts';

import { root } from '../program.ts';

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

test('the start says that it takes long when every other place does', () => {
  const late = /LATE_MS = ([\d_]+);/.exec(textOf('public/boot.js'))?.[1];
  expect(Number(late?.replaceAll('_', ''))).toBe(LIMITS.lateMs);
});

test('the page of limits has those of the product, and no other', () => {
  const named = [...textOf('docs/limits.md').matchAll(/\b(\d+) s\b/g)].map(([, s]) => Number(s));
  const seconds = Object.values(LIMITS).map((ms) => ms / 1000);
  expect(new Set(named)).toEqual(new Set(seconds));
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
    const text = textOf(file);
    const isLoading =
      /\bimport\('/.test(text) && !/\b(?:loadCode|loadOnce|lazyPart)(?:<[^(]*>)?\(/.test(text);
    return isLoading && !LOADED_BY_OTHERS.test(file) && !AT_START.test(file);
  });
  expect(unlimited).toEqual([]);
});
