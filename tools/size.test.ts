import { describe, expect, test } from 'vitest';
import { addedByEach, type Build, firstRouteSize, lacking, simulatorSize } from './size.ts';

type Chunk = Partial<Build['chunks'][string]>;

/** A build of chunks that weigh 1 kB each, as the worker does; the boot file weighs half. */
function built(chunks: Readonly<Record<string, Chunk>>): Build {
  const filled: Build['chunks'] = {};
  for (const [key, chunk] of Object.entries(chunks)) filled[key] = { file: `${key}.js`, ...chunk };
  return { chunks: filled, kilobytes: (file) => (file === 'boot.js' ? 0.5 : 1) };
}

const lazy = { isDynamicEntry: true };
const VM = 'src/datasources/azure-vm';
const chunks: Readonly<Record<string, Chunk>> = {
  'index.html': { imports: ['react'] },
  react: {},
  page: { name: 'overview', imports: ['table', 'react'] },
  table: {},
  'src/pages/jobs/JobsPage.tsx': { ...lazy, imports: ['table', 'facts'] },
  facts: {},
  'src/pages/RestorePage.tsx': { ...lazy, imports: ['form'] },
  form: {},
  step: { imports: ['form'] },
  'src/wizard/submit/Sent.tsx': lazy,
  [`${VM}/restore.ts`]: { ...lazy, imports: ['react', 'rules', 'step'] },
  rules: {},
  [`${VM}/steps/StepRemarks.tsx`]: lazy,
  [`${VM}/steps/instance/Panel.tsx`]: { ...lazy, imports: ['table'] },
  [`${VM}/steps/review/use-review.tsx`]: lazy,
  'src/mocks/boot.ts': { ...lazy, imports: ['msw', 'react'] },
  msw: {},
  'src/mocks/panel/window.ts': { ...lazy, imports: ['msw'] },
  'src/mocks/tokens.ts': lazy,
  'src/mocks/panel/SimulationBanner.tsx': lazy,
  'src/mocks/panel/SimulationPanel.tsx': lazy,
};

test('the first route is the entry, the first page, what they load at once, and what watches the start', () => {
  expect(firstRouteSize(built(chunks))).toBe(4.5);
});

describe('what is added to it', () => {
  const each = new Map(addedByEach(built(chunks)).map(({ name, size }) => [name, size]));

  test('by a page is what the first route does not have', () => {
    expect(each.get('src/pages/jobs/JobsPage.tsx')).toBe(2);
  });

  test('by a step is all that draws it: page, wizard, frame, remarks', () => {
    expect(each.get(`${VM}/steps/instance/Panel.tsx`)).toBe(7);
    // Review, and what stands in its place once Restore was pressed.
    expect(each.get(`${VM}/steps/review/use-review.tsx`)).toBe(8);
  });

  test('is named with the heaviest first, without the simulated Azure', () => {
    expect([...each.keys()][0]).toBe(`${VM}/steps/review/use-review.tsx`);
    expect([...each.keys()].filter((name) => name.includes('mocks'))).toEqual([]);
  });
});

test('the simulated Azure is what comes before its first answer, with its worker', () => {
  expect(simulatorSize(built(chunks))).toBe(6);
});

test('what cannot be found is a failure, never a smaller sum', () => {
  const { page: _, ...noPage } = chunks;
  expect(() => firstRouteSize(built(noPage))).toThrow('No chunk has the name overview');
  const { react: __, ...noReact } = chunks;
  expect(() => firstRouteSize(built(noReact))).toThrow('The manifest has no react');
  const { [`${VM}/restore.ts`]: ___, ...noWizard } = chunks;
  expect(() => addedByEach(built(noWizard))).toThrow(`The manifest has no restore of ${VM}`);
});

test.each([
  [['dist'], 'There is none in dist-demo: use npm run build:demo first.'],
  [['dist-demo'], 'There is none in dist: use npm run build first.'],
  [[], 'There is none in dist and dist-demo: use npm run build and npm run build:demo first.'],
])('where only %j is built, a sentence says what to run', (there, sentence) => {
  expect(lacking((folder) => there.some((one) => one === folder))).toBe(
    `npm run size measures two builds. ${sentence}`,
  );
});

test('two builds lack nothing', () => {
  expect(lacking(() => true)).toBeUndefined();
});
