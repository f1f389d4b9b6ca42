import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { root } from '../program.ts';
import { itemAddress, itemBody, ownSamples } from './testing.ts';

const base = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(base, { recursive: true }));
const folder = join(base, 'samples');
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'inner'), { recursive: true });
});

const write = (file: string, content: unknown): void =>
  writeFileSync(
    join(folder, file),
    typeof content === 'string' ? content : JSON.stringify(content),
  );

function run(...args: readonly string[]) {
  // As npm runs it: in the project's folder, with the one it was typed in told apart.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'tools/conformance.ts'), ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, INIT_CWD: base } },
  );
  return { status, lines: stdout.trimEnd().split('\n'), stderr };
}

const foreign = {
  parameters: { basketName: 'a' },
  responses: { 200: { body: { id: 'a', type: 'Microsoft.Fruit/baskets' } } },
};

describe('the command', () => {
  test('tells each file of a folder and of those in it, then the totals', () => {
    write('inner/item.json', ownSamples['ProtectedItems_Get']);
    write('fruit.json', foreign);
    write('notes.txt', 'no sample, and none that is meant');
    const { status, lines, stderr } = run('samples');
    expect([status, stderr]).toEqual([0, '']);
    expect(lines).toEqual([
      'not ours  fruit.json  GET Microsoft.Fruit/baskets (basketName)',
      'conforms  inner/item.json  ProtectedItems_Get  read: yes  answered: yes',
      '2 files: 1 conform, 0 fail, 1 are of operations that we do not have, 0 are no samples',
    ]);
  });

  test('ends with 1 when a known operation fails', () => {
    const responses = { 200: { headers: { 'X-Plum': '1' }, body: itemBody } };
    write('item.json', { parameters: itemAddress, responses });
    write('broken.json', '{ "parameters": ');
    const { status, lines } = run('samples');
    expect(status).toBe(1);
    expect(lines[1]).toBe(
      'FAILS     item.json  ProtectedItems_Get  read: yes  answered: no, 200 is answered without the header X-Plum',
    );
  });

  test('ends with 2 when a file is no sample, and says why', () => {
    write('item.json', ownSamples['ProtectedItems_Get']);
    write('broken.json', '{ "parameters": ');
    write('list.json', '[]');
    const { status, lines } = run('samples');
    expect(status).toBe(2);
    expect(lines[0]).toMatch(/^NO SAMPLE broken\.json {2}This is no JSON: .+\.$/);
    expect(lines[2]).toMatch(/^NO SAMPLE list\.json {2}This is no sample: /);
    expect(lines[3]).toContain('1 conform, 0 fail, 0 are of');
  });

  test('trusts an index unless an option forbids it', () => {
    const { parameters } = ownSamples['BackupOperationStatuses_Get'] ?? {};
    write('bare.json', { parameters, responses: { 200: { body: {} } } });
    write(
      'INDEX.md',
      '| file | operation | method |\n|---|---|---|\n| `bare.json` | BackupOperationStatuses_Get | GET |\n',
    );
    expect(run('samples').lines[0]).toMatch(
      /^conforms {2}bare\.json {2}BackupOperationStatuses_Get/,
    );
    expect(run('--no-index', 'samples').lines[0]).toMatch(/^not ours {2}bare\.json {2}GET unnamed/);
  });

  test.each([
    [
      'a folder that is not there',
      ['nowhere'],
      /^nowhere cannot be judged: there is no such folder\.$/m,
    ],
    [
      'a folder without samples',
      ['samples'],
      /^samples cannot be judged: there is no \.json file in it\.$/m,
    ],
    ['no folder', [], /^Usage: npm run --silent conformance/],
    ['two folders', ['samples', 'samples'], /^Usage: /],
    ['an option that there is not', ['--fast', 'samples'], /--fast[\s\S]*Usage: /],
  ])('refuses %s with 2', (_, args, words) => {
    const { status, lines, stderr } = run(...args);
    expect([status, lines]).toEqual([2, ['']]);
    expect(stderr).toMatch(words);
  });

  test('shows how it is used', () => {
    const { status, lines } = run('--help');
    expect(status).toBe(0);
    expect(lines[0]).toMatch(/^Usage: npm run --silent conformance -- \[--no-index\] FOLDER$/);
  });
});
