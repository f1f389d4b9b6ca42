import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { root } from './program.ts';

let folder = '';

function inFolder(program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, output: stdout + stderr };
}
const git = (...args: readonly string[]) => inFolder('git', ...args);
const staged = () => inFolder(process.execPath, join(root, 'tools/staged.ts'));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staged-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  copyFileSync(join(root, '.oxfmtrc.json'), join(folder, '.oxfmtrc.json'));
  write('.oxlintrc.json', '{ "rules": { "eslint/eqeqeq": "error" } }');
  write('tsconfig.json', '{ "include": ["*.ts"] }');
  write('.gitignore', 'node_modules\n');
  git('init', '-q');
});
afterEach(() => {
  unlinkSync(join(folder, 'node_modules'));
  rmSync(folder, { recursive: true });
});

test('what is staged is formatted and staged so, and nothing else is', () => {
  write('staged.ts', 'export const a = "x"');
  write('other.ts', 'export const b = "x"');
  git('add', 'staged.ts');
  expect(staged()).toMatchObject({ status: 0 });
  expect(git('show', ':staged.ts').stdout).toBe("export const a = 'x';\n");
  expect(readFileSync(join(folder, 'other.ts'), 'utf8')).toBe('export const b = "x"');
  expect(git('diff', '--cached', '--name-only').stdout).toBe('staged.ts\n');
});

test('a file that is staged in part keeps the rest, and has to be formatted by hand', () => {
  write('part.ts', 'export const a = "x"');
  git('add', 'part.ts');
  write('part.ts', 'export const a = "y"');
  const { status, output } = staged();
  expect(status).toBe(1);
  expect(output).toContain('part.ts is staged in part and not formatted');
  expect(readFileSync(join(folder, 'part.ts'), 'utf8')).toBe('export const a = "y"');
  expect(git('show', ':part.ts').stdout).toBe('export const a = "x"');
});

test('what lint has to say stops the commit', () => {
  write('fault.ts', 'export const same = (a: unknown, b: unknown): boolean => a == b;\n');
  git('add', 'fault.ts');
  const { status, output } = staged();
  expect(status).toBe(1);
  expect(output).toContain('eqeqeq');
});

test('with nothing to format or lint there is nothing to say', () => {
  write('notes.md', '#  Notes\n');
  git('add', 'notes.md');
  expect(staged()).toMatchObject({ status: 0, output: '' });
  expect(git('show', ':notes.md').stdout).toBe('#  Notes\n');
});
