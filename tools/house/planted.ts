import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { commandFile, root } from '../program.ts';

/** Source text by path, relative to the root of a project like ours. */
export type Planted = Readonly<Record<string, string>>;

/** Rules that spoke, as `rule` names, by file. */
export type Findings = ReadonlyMap<string, readonly string[]>;

/**
 * Lints planted files with this project's own configuration, laid out in a folder of their own,
 * and tells which rules spoke about which file.
 */
export function lintPlanted(files: Planted): Findings {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    const config = readFileSync(join(root, '.oxlintrc.json'), 'utf8');
    const plugin = JSON.stringify(join(root, 'tools/oxlint-house.mjs'));
    const placed = config.replace('"./tools/oxlint-house.mjs"', plugin);
    writeFileSync(join(folder, '.oxlintrc.json'), placed);
    for (const name of ['tsconfig.json', 'package.json'])
      cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return parse(lint(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lint(folder: string): string {
  const folders = ['src', 'e2e', 'tools'];
  const args = [
    commandFile('oxlint'),
    '--type-aware',
    '-f',
    'unix',
    '--no-error-on-unmatched-pattern',
  ];
  try {
    return execFileSync(process.execPath, [...args, ...folders], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    // oxlint ends with 1 when it has found something, which is what it is here for.
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

function parse(report: string): Findings {
  const findings = new Map<string, string[]>();
  const line = /^(?:\.\/)?([^:\s]+):\d+:\d+: .*\[\w+\/([\w-]+)\(([\w-]+)\)\]$/gm;
  for (const [, file = '', plugin = '', rule = ''] of report.matchAll(line)) {
    findings.set(file, [...(findings.get(file) ?? []), `${plugin}/${rule}`]);
  }
  return findings;
}
