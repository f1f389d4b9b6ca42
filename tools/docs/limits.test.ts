import { expect, test } from 'vitest';
import { LIMITS } from '#src/lib/limits.ts';
import { bootLateMs } from './limits.ts';
import { placesInSource, placesNamed, skeletonsInSource, sourceFiles } from './testing-waits.ts';
import { WAITS } from './waits.ts';

test('every place that waits is in the document, and nothing else', () => {
  expect(placesInSource()).toEqual(placesNamed());
});

/** Drawn by a place that is in the document. */
const DRAWN_BY_OTHERS = [
  'src/app/FirstPage.tsx',
  'src/app/PendingPage.tsx',
  'src/pages/leftovers/LeftoversPage.tsx',
  'src/pages/overview/MainLoading.tsx',
  'src/wizard/page/NoDatasource.tsx',
];

test('nothing draws rows that are being read, except a place in the document', () => {
  const others = skeletonsInSource().filter((file) => WAITS[file] === undefined);
  expect(others.toSorted()).toEqual(DRAWN_BY_OTHERS);
});

test('the start says that it takes long when every other place does', () => {
  expect(bootLateMs()).toBe(LIMITS.lateMs);
});

/** Code that is loaded within a limit of whoever asks for it: see `loadCode`. */
const LOADED_BY_OTHERS =
  /^src\/(?:datasources\/[^/]+\/(?:entry\.ts|restore\.tsx|(?:files\/)?steps\/load\.ts)|wizard\/steps\/load-step\.ts)$/;

/** Part of the start, which has limits of its own; the simulator is code that is loaded already. */
const AT_START = /^src\/(?:api\/arm\/msal|mocks\/boot)\.ts$/;

test('code is loaded within a limit everywhere', () => {
  const unlimited = sourceFiles().filter(
    ({ file, text }) =>
      /\bimport\('/.test(text) &&
      !/\b(?:loadCode|lazyPart)\(/.test(text) &&
      !LOADED_BY_OTHERS.test(file) &&
      !AT_START.test(file),
  );
  expect(unlimited.map(({ file }) => file)).toEqual([]);
});
