import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { expect, test } from 'vitest';

import { root } from '../program.ts';
import { anchorsOf, linksIn, markdownFiles } from './testing-markdown.ts';

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
