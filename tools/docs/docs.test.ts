import {
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';

import { LIMITS } from '#src/lib/limits.ts';
import { routes } from '#src/mocks/routes.ts';
import { factWords } from '#src/rules/facts.ts';

import { root } from '../program.ts';
import { DOCUMENTS } from '../docs.ts';
import { factsDocument } from './facts.ts';
import { clientFunctions, operationsDocument } from './operations.ts';
import { looksSame, pageOf, takenScenes } from './pictures.ts';
import { waitsIn } from './waits.ts';

test.each(Object.entries(DOCUMENTS))('%s is what the code says now', (file, text) => {
  const committed = readFileSync(join(root, file), 'utf8');
  expect(committed === text(), `${file} is stale: npm run docs writes it anew`).toBe(true);
});

test('the ten files to read first have less than 2,500 lines together', () => {
  const text = readFileSync(join(root, 'docs/contributing.md'), 'utf8');
  const files = [...text.matchAll(/^\| \d+ \| \[`([^`]+)`\]/gm)].map(([, file = '']) => file);
  expect(files).toHaveLength(10);
  const length = (file: string): number =>
    readFileSync(join(root, file), 'utf8').split('\n').length;
  expect(files.reduce((sum, file) => sum + length(file), 0)).toBeLessThan(2500);
});

const lines = operationsDocument().split('\n');

test('every operation has a row of its own, with a version where the client asks', () => {
  for (const { operation } of routes) {
    const rows = lines.filter((line) => line.startsWith(`| \`${operation}\` |`));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/\| (?:–|[\d-]{10}.*) \| (?:–|`\w+`.*) \|$/);
  }
});

test('a client function is found by its docstring, also over two lines, with the version that it sends', () => {
  const found = clientFunctions().filter(
    ({ path }) => path === '{PI}/recoveryPoints' || path === '{RP}',
  );
  expect(found.map(({ name, method, apiVersion }) => [name, method, apiVersion])).toEqual([
    ['listRecoveryPoints', 'GET', '2024-04-01'],
    ['listSecondaryPoints', 'GET', '2023-01-15'],
    ['getRecoveryPoint', 'GET', '2024-04-01'],
  ]);
});

test('a version is known of every function that names its request', () => {
  const clients = clientFunctions();
  expect(clients.length).toBeGreaterThan(100);
  expect(clients.filter(({ apiVersion }) => apiVersion === '')).toEqual([]);
});

test('the document names every fact once, and the operation and field of one', () => {
  const rows = factsDocument().split('\n');
  for (const fact of Object.keys(factWords)) {
    expect(rows.filter((row) => row.startsWith(`| \`${fact}\` |`))).toHaveLength(1);
  }
  expect(rows).toContain(
    '| `vm.osType` | the operating system | the restore points: `value[].properties.osType`; else the source VM: `properties.storageProfile.osDisk.osType` |',
  );
  expect(rows.find((row) => row.startsWith('| the source VM |'))).toContain(
    '/virtualMachines/{vm}?$expand=instanceView` | 2024-03-01 | the backup instance |',
  );
});

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

test.each([
  ['const late = setTimeout(end, 10_000);', null],
  ['if (now() - since > LIMITS.askedMs) throw new Error();', null],
  ['const read = { refetchInterval: EVERY_MS,\n};', null],
  ['const read = { refetchInterval: ({ state }) => (state.isOver ? false : EVERY_MS),\n};', null],
  ['const read = { refetchInterval: () => readAgainIn(EVERY_MS),\n};', 'pause'],
  ['await wait(pause.retryAfterMs, signal);', 'pause'],
  ['await waitForLook(15_000);', 'pause'],
  ['const jobs = await inTime(\n  JOBS_READ_MS,\n  null,\n  read,\n);', 'deadline'],
  ['send({ timeout: LIMITS.requestMs, url })', 'deadline'],
  ['const signal = AbortSignal.timeout(LIMITS.lateMs);', 'deadline'],
])('what %j counts is known, or fails the check: %s', (text, kind) => {
  expect(waitsIn({ file: 'src/some.ts', text }).map((one) => one.kind)).toEqual([kind]);
});

test('nothing is a wait that only looks like one', () => {
  const text = `
    // wait(5) is a pause.
    export function wait(ms: number): void {}
    interface Clock { realDelayMs(ms: number): number }
    const once = { refetchInterval: false as const };
    job.wait(5);
    retry.timeout: string;
  `;
  expect(waitsIn({ file: 'src/some.ts', text })).toEqual([]);
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

test('a picture stands beside the drawing of its name, and alone where there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drawings-'));
  const drawn = join(folder, 'one.png');
  writeFileSync(drawn, '');
  const page = pageOf(['one.png', 'two.png'], folder);
  const sources = [...page.matchAll(/src="([^"]+)"/g)].map(([, source]) => source);
  expect(sources).toEqual(['one.png', pathToFileURL(drawn).href, 'two.png']);
  expect(pageOf(['one.png'], null)).not.toContain('file:');
  rmSync(folder, { recursive: true });
});

/** A gray picture in which the first pixels are lighter. */
function picture(width: number, lighter: number, by: number): PNG {
  const png = new PNG({ width, height: 10 });
  png.data.fill(100);
  png.data.fill(100 + by, 0, lighter * 4);
  return png;
}

test.each([
  ['itself', picture(100, 0, 0), true],
  ['one whose text is drawn a little differently', picture(100, 900, 20), true],
  ['one of which little is another color', picture(100, 10, 90), true],
  ['one of which more is another color', picture(100, 11, 90), false],
  ['one of another size', picture(90, 0, 0), false],
])('beside %s a picture looks the same: %#', (_, other, isSame) => {
  expect(looksSame(picture(100, 0, 0), other, 0.01)).toBe(isSame);
});

test('every picture of README and docs is one that `npm run docs -- pictures` writes', () => {
  const written = readdirSync(join(root, 'docs/pictures')).filter(
    (name) => !name.endsWith('.json'),
  );
  const stills = Object.entries(takenScenes()).flatMap(([name, { isStill }]) =>
    isStill ? [`${name}-dark.png`, `${name}-light.png`] : [],
  );
  expect(written.toSorted()).toEqual([...stills, 'restore.gif'].toSorted());
  const shown = markdownFiles().flatMap(({ text }) =>
    [...text.matchAll(/[\w./-]+\.(?:png|gif|jpe?g|svg|webp)\b/g)].map(([file]) => file),
  );
  expect(
    shown.map((file) => file.split('/').at(-1)).filter((file) => !written.includes(file ?? '')),
  ).toEqual([]);
  expect(new Set(shown.map((file) => file.split('/').at(-1)))).toEqual(new Set(written));
});

test('the moving picture takes at most 12 seconds and 2 MB', () => {
  const took = Object.values(takenScenes()).reduce((sum, { shownMs }) => sum + shownMs, 0);
  expect(took).toBeLessThanOrEqual(12_000);
  expect(statSync(join(root, 'docs/pictures/restore.gif')).size).toBeLessThanOrEqual(2_000_000);
});

/** A document of the project, by its path from the root. */
export interface MarkdownFile {
  readonly path: string;
  readonly text: string;
}

/** Every document that a reader finds: those at the root and those in `docs`. */
export function markdownFiles(): readonly MarkdownFile[] {
  return globSync(['*.md', 'docs/**/*.md'], { cwd: root })
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(root, path), 'utf8'),
    }))
    .toSorted((one, other) => one.path.localeCompare(other.path));
}

const fence = /^```.*?^```/gms;

/** The text of code in a document: blocks and spans. */
export function codeIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(fence)].map(([block]) => block);
  const spans = [...text.replaceAll(fence, '').matchAll(/(`+)(?!`)(.+?)\1(?!`)/gs)];
  return [...blocks, ...spans.map(([, , span = '']) => span)];
}

/** Where the links and images of a document lead, as they are written. */
export function linksIn(text: string): readonly string[] {
  return [...text.replaceAll(fence, '').matchAll(/\]\(([^()\s]+)\)/g)].map(
    ([, target = '']) => target,
  );
}

/** The scripts that code calls through npm. */
export function scriptsIn(code: string): readonly string[] {
  const calls = code.matchAll(
    /\bnpm(?: --prefix \S+)? (?:run(?: -\S+)* ([\w:-]+)|(start|stop|restart|test|t)\b)/g,
  );
  return [...calls].map(([, ran, named = '']) => ran ?? named);
}

/** The names that GitHub gives to the headings of a document, for links to them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const headings = text.replaceAll(fence, '').matchAll(/^#+ (.+)$/gm);
  return new Set([...headings].map(([, heading = '']) => anchorOf(heading)));
}

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const files = markdownFiles();
const isOutside = (target: string): boolean => /^[a-z]+:/.test(target);

/** What is wrong with a link of a document; undefined when it leads somewhere. */
function problemOf(path: string, target: string): string | undefined {
  const [file = '', anchor] = target.split('#');
  const full = file === '' ? join(root, path) : resolve(root, dirname(path), file);
  if (!existsSync(full)) return `${path}: ${target} doesn’t exist`;
  if (anchor === undefined || !full.endsWith('.md')) return undefined;
  const isThere = anchorsOf(readFileSync(full, 'utf8')).has(anchor);
  return isThere ? undefined : `${path}: ${target} names no heading`;
}

test('every link between files leads to a file, and to a heading where it names one', () => {
  const links = files.flatMap(({ path, text }) =>
    linksIn(text)
      .filter((target) => !isOutside(target))
      .map((target) => ({ path, target })),
  );
  expect(links.length).toBeGreaterThan(50);
  expect(links.flatMap(({ path, target }) => problemOf(path, target) ?? [])).toEqual([]);
});

/** The documents that the links of some others lead to. */
function linkedFrom(paths: readonly string[]): readonly string[] {
  return files
    .filter(({ path }) => paths.includes(path))
    .flatMap(({ path, text }) =>
      linksIn(text)
        .filter((target) => !isOutside(target))
        .map((target) => join(dirname(path), target.split('#')[0] ?? '').replaceAll('\\', '/')),
    );
}

test('every page of docs is found from the README, by one link or by two', () => {
  const near = linkedFrom(['README.md']);
  const reached = new Set([...near, ...linkedFrom(near)]);
  const pages = files.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
  expect(pages.filter((path) => !reached.has(path))).toEqual([]);
});

test('every file that a page names in code exists', () => {
  const pages = files.filter(({ path }) => path !== 'docs/decisions/history.md');
  const named = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/`((?:src|e2e|tools|public|docs)\/[\w./-]*\w|\.oxlintrc\.json)`/g)].map(
      ([, file = '']) => ({
        path,
        file,
      }),
    ),
  );
  expect(named.length).toBeGreaterThan(100);
  const missing = named.filter(({ file }) => !existsSync(join(root, file)));
  expect(missing.map(({ path, file }) => `${path}: ${file}`)).toEqual([]);
});

const records = globSync('docs/decisions/[0-9]*.md', { cwd: root })
  .map((path) => path.replaceAll('\\', '/').replace('docs/decisions/', ''))
  .toSorted();

test('the index of decisions lists every record once, in order, with its title', () => {
  const index = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8');
  const rows = index.split('\n').filter((line) => /^\| \d/.test(line));
  const expected = records.map((file) => {
    const heading = readFileSync(join(root, 'docs/decisions', file), 'utf8').split('\n', 1)[0];
    const [, number = '', title = ''] = /^# (\d{3})\. (.+)$/.exec(heading ?? '') ?? [];
    return `| ${number} | [${title}](${file}) |`;
  });
  expect(rows.map((row) => row.replace(/\) \| .+\. \|$/, ') |'))).toEqual(expected);
});

test('the title of a record starts with the number of its file', () => {
  const odd = records.filter((file) => {
    const text = readFileSync(join(root, 'docs/decisions', file), 'utf8');
    return !text.startsWith(`# ${file.slice(0, 3)}. `);
  });
  expect(odd).toEqual([]);
});

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

test('every npm script that a document names is in package.json', () => {
  const named = markdownFiles().flatMap(({ path, text }) =>
    codeIn(text)
      .flatMap(scriptsIn)
      .map((script) => ({ path, script })),
  );
  expect(named.length).toBeGreaterThan(30);
  const missing = named.filter(({ script }) => !(script in scripts));
  expect(missing.map(({ path, script }) => `${path}: npm run ${script}`)).toEqual([]);
});

test.each([
  ['npm start   # installs', ['start']],
  ['npm --prefix path/to/restore-center run --silent rules -- planned.json', ['rules']],
  ['cp config.json dist/ && npm run headers -- dist', ['headers']],
  ['E2E_MODE=live npm run e2e', ['e2e']],
  ['npm run build:demo', ['build:demo']],
  ['npm ci', []],
])('the scripts of %s are found', (code, found) => {
  expect(scriptsIn(code)).toEqual(found);
});

test('code is found in spans and blocks alone', () => {
  const text = 'npm start is prose, `npm test` is not.\n\n```sh\nnpm run docs\n```\n';
  expect(codeIn(text).flatMap(scriptsIn)).toEqual(['docs', 'test']);
});

/** The success criteria of WCAG 2.2, levels A and AA, in their order: https://www.w3.org/TR/WCAG22/. */
export const CRITERIA: readonly string[] = [
  '1.1.1 Non-text Content (A)',
  '1.2.1 Audio-only and Video-only (Prerecorded) (A)',
  '1.2.2 Captions (Prerecorded) (A)',
  '1.2.3 Audio Description or Media Alternative (Prerecorded) (A)',
  '1.2.4 Captions (Live) (AA)',
  '1.2.5 Audio Description (Prerecorded) (AA)',
  '1.3.1 Info and Relationships (A)',
  '1.3.2 Meaningful Sequence (A)',
  '1.3.3 Sensory Characteristics (A)',
  '1.3.4 Orientation (AA)',
  '1.3.5 Identify Input Purpose (AA)',
  '1.4.1 Use of Color (A)',
  '1.4.2 Audio Control (A)',
  '1.4.3 Contrast (Minimum) (AA)',
  '1.4.4 Resize Text (AA)',
  '1.4.5 Images of Text (AA)',
  '1.4.10 Reflow (AA)',
  '1.4.11 Non-text Contrast (AA)',
  '1.4.12 Text Spacing (AA)',
  '1.4.13 Content on Hover or Focus (AA)',
  '2.1.1 Keyboard (A)',
  '2.1.2 No Keyboard Trap (A)',
  '2.1.4 Character Key Shortcuts (A)',
  '2.2.1 Timing Adjustable (A)',
  '2.2.2 Pause, Stop, Hide (A)',
  '2.3.1 Three Flashes or Below Threshold (A)',
  '2.4.1 Bypass Blocks (A)',
  '2.4.2 Page Titled (A)',
  '2.4.3 Focus Order (A)',
  '2.4.4 Link Purpose (In Context) (A)',
  '2.4.5 Multiple Ways (AA)',
  '2.4.6 Headings and Labels (AA)',
  '2.4.7 Focus Visible (AA)',
  '2.4.11 Focus Not Obscured (Minimum) (AA)',
  '2.5.1 Pointer Gestures (A)',
  '2.5.2 Pointer Cancellation (A)',
  '2.5.3 Label in Name (A)',
  '2.5.4 Motion Actuation (A)',
  '2.5.7 Dragging Movements (AA)',
  '2.5.8 Target Size (Minimum) (AA)',
  '3.1.1 Language of Page (A)',
  '3.1.2 Language of Parts (AA)',
  '3.2.1 On Focus (A)',
  '3.2.2 On Input (A)',
  '3.2.3 Consistent Navigation (AA)',
  '3.2.4 Consistent Identification (AA)',
  '3.2.6 Consistent Help (A)',
  '3.3.1 Error Identification (A)',
  '3.3.2 Labels or Instructions (A)',
  '3.3.3 Error Suggestion (AA)',
  '3.3.4 Error Prevention (Legal, Financial, Data) (AA)',
  '3.3.7 Redundant Entry (A)',
  '3.3.8 Accessible Authentication (Minimum) (AA)',
  '4.1.2 Name, Role, Value (A)',
  '4.1.3 Status Messages (AA)',
];

const text = readFileSync(join(root, 'docs/accessibility.md'), 'utf8');

/** The rows of the tables of criteria: number and name, level, status, how it is met, how it is tested. */
const rows = text
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

test('every criterion of WCAG 2.2, levels A and AA, is listed once and in order', () => {
  expect(CRITERIA).toHaveLength(55);
  expect(rows.map(([name = '', level = '']) => `${name} (${level})`)).toEqual(CRITERIA);
});

test('each says how it is met, or what falls short, and how it is tested', () => {
  const unclear = rows.filter(([, , status = '', met = '', tested = '', ...more]) => {
    const isKnown = ['Met', 'Met in part', "Doesn't apply"].includes(status);
    return !isKnown || !/\w.*\.$/.test(met) || !/\w/.test(tested) || more.length > 0;
  });
  expect(unclear).toEqual([]);
});
