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

test('every page of docs is found from the README, by one link or by two', () => {
  const reached = new Set(['README.md']);
  const follow = (path: string): void => {
    const text = files.find((file) => file.path === path)?.text ?? '';
    for (const target of linksIn(text).filter((one) => !isOutside(one))) {
      const file = join(dirname(path), target.split('#')[0] ?? '').replaceAll('\\', '/');
      if (file.endsWith('.md')) reached.add(file);
    }
  };
  follow('README.md');
  for (const path of [...reached]) follow(path);
  const lost = files.filter(({ path }) => path.startsWith('docs/') && !reached.has(path));
  const records = /^docs\/decisions\/\d/;
  expect(lost.map(({ path }) => path).filter((path) => !records.test(path))).toEqual([]);
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
