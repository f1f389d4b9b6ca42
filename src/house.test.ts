import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';
import { measuresOf, readHouse } from '../tools/house/measures.ts';

/** What no lint rule can say, because it is about all files together. */

const root = new URL('..', import.meta.url);

type Source = { path: string; text: string };

function sources(pattern: string): Source[] {
  return globSync(pattern, { cwd: root }).map((path) => {
    const text = readFileSync(new URL(path.replaceAll('\\', '/'), root), 'utf8');
    return { path: path.replaceAll('\\', '/'), text };
  });
}

const all = [...sources('src/**/*.{ts,tsx}'), ...sources('e2e/**/*.ts')];
const own = all.filter(({ path }) => path !== 'src/house.test.ts');
const product = own.filter(({ path }) => !/\.test\.tsx?$/.test(path));

const matching = (files: readonly Source[], pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe('the house', () => {
  test('keeps a file to 600 lines, and says how large its rooms are', () => {
    const house = readHouse(fileURLToPath(root));
    expect(product.length).toBeGreaterThan(20);
    expect(house.filter(({ lines }) => lines > 600).map(({ path }) => path)).toEqual([]);
    const measures = Object.entries(measuresOf(house));
    expect(measures.length).toBeGreaterThan(10);
    console.info(measures.map(([name, value]) => `${name.padEnd(38)} ${value}`).join('\n'));
  });

  test('gives each thing a name of its own: few exports of src share one', () => {
    const exported = readHouse(fileURLToPath(root))
      .filter(({ path, isTest }) => /^src\/(?!mocks\/)/.test(path) && !isTest)
      .flatMap(({ path, exports }) =>
        exports.map(({ name, isType }) => ({ path, key: `${isType ? 'type' : 'value'} ${name}` })),
      );
    expect(exported.length).toBeGreaterThan(1000);
    const shared = [...Map.groupBy(exported, ({ key }) => key)]
      .filter(([, found]) => new Set(found.map(({ path }) => path)).size > 1)
      .map(([key]) => key);
    expect(shared.filter((key) => key.startsWith('type ')).slice(10)).toEqual([]);
    expect(shared.filter((key) => key.startsWith('value ')).slice(40)).toEqual([]);
  });

  test('keeps folders shallow: at most four under src', () => {
    const deep = own.map(({ path }) => path).filter((path) => /^src(\/[^/]+){6,}$/.test(path));
    expect(deep).toEqual([]);
  });

  test('leaves nothing to be done later; an open question is a decision record', () => {
    expect(matching(own, /\b(TODO|FIXME)\b/)).toEqual([]);
  });

  test('exports by name only', () => {
    expect(matching(own, /^export default\b|\bas default\b/m)).toEqual([]);
  });

  test('has few effects, each with a comment that names what it synchronizes with', () => {
    const effects = product.flatMap(({ path, text }) =>
      [...text.matchAll(/^(.*)\n.*\buse(?:Layout|Insertion)?Effect\(/gm)].map(
        ([, before = '']) => ({
          path,
          hasComment: /^\s*(\/\/|\*\/|\*)/.test(before),
        }),
      ),
    );
    expect(effects.length).toBeLessThanOrEqual(10);
    expect(effects.filter(({ hasComment }) => !hasComment)).toEqual([]);
  });

  test('keeps the api-versions in one table', () => {
    const client = product.filter(({ path }) => path.startsWith('src/api/'));
    const scattered = client.filter(({ path }) => path !== 'src/api/versions.ts');
    expect(matching(scattered, /api-version=\d|API_VERSION\w* = /)).toEqual([]);
    expect(scattered.length).toBe(client.length - 1);
  });

  test('draws progress and links in text by components of its own, which need no color', () => {
    const fluent =
      /import \{[^}]*\b(?:ProgressBar|Link)\b[^}]*\} from '@fluentui\/react-components'/;
    expect(matching(product, fluent).toSorted()).toEqual([
      'src/ui/LinkButton.tsx',
      'src/ui/links.tsx',
    ]);
  });

  test('stores, locks and speaks to other tabs by names that have an owner', () => {
    const direct = /\blocalStorage[.)]|new BroadcastChannel|navigator\.locks/;
    const users = matching(product, direct).filter((path) => path.startsWith('src/'));
    expect(users.toSorted()).toEqual([
      'src/lib/browser.ts',
      'src/lib/lock.ts',
      'src/lib/storage.ts',
      // The simulated Azure is the same for all tabs of a demo, which has one visitor.
      'src/mocks/boot.ts',
      'src/mocks/world/store.ts',
    ]);
  });

  test('switches no lint rule off without a reason', () => {
    const candidates = own.filter(({ text }) => text.includes('lint-disable'));
    const silenced = candidates.flatMap(({ path, text }) =>
      [...text.matchAll(/(.*)\n(.*(?:oxlint|eslint)-disable.*)/g)].map(
        ([, before = '', line = '']) => ({
          path,
          hasReason: line.includes(' -- ') || /^\s*\/\//.test(before),
        }),
      ),
    );
    expect(silenced.filter(({ hasReason }) => !hasReason)).toEqual([]);
    expect(matching(own, /@ts-(ignore|expect-error|nocheck)/)).toEqual([]);
  });
});
