/**
 * What the hook before a commit does (`git config core.hooksPath tools/hooks` installs it): formats what is staged, stages it so,
 * and lints it. A file of which only a part is staged is not written to, only looked at.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { commandFile, endWith } from './program.ts';

function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout : endWith(`git ${args[0] ?? ''} failed: ${stderr.trim()}`);
}

const names = (list: string): string[] => list.split('\0').filter((name) => name !== '');

/** Runs a command of a package with this terminal; gives whether it ended well. */
function isGood(packageName: string, args: readonly string[]): boolean {
  const file = commandFile(packageName);
  return spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' }).status === 0;
}

/** Whether the staged text of a file is as the formatter would write it. */
function isFormatted(name: string): boolean {
  const input = git('show', `:${name}`);
  const args = [commandFile('oxfmt'), `--stdin-filepath=${name}`];
  const { status, stdout } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  return status === 0 && stdout === input;
}

const formatted = /\.(?:[cm]?[jt]sx?|jsonc?|css|html|ya?ml)$/;
const linted = /\.(?:mjs|tsx?)$/;

const staged = names(git('diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z'));
const changed = names(git('diff', '--name-only', '-z'));
const toFormat = staged.filter((name) => formatted.test(name));
const whole = toFormat.filter((name) => !changed.includes(name));
const unformatted = toFormat.filter((name) => changed.includes(name) && !isFormatted(name));

if (whole.length > 0) {
  const before = whole.map((name) => readFileSync(name, 'utf8'));
  if (!isGood('oxfmt', ['--no-error-on-unmatched-pattern', ...whole])) process.exit(1);
  const written = whole.filter((name, index) => readFileSync(name, 'utf8') !== before[index]);
  if (written.length > 0) git('add', '--', ...written);
}
for (const name of unformatted)
  console.error(
    `${name} is staged in part and not formatted: format it, then stage that part again.`,
  );

const lintArgs = ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'];
const toLint = staged.filter((name) => linted.test(name));
const isClean = toLint.length === 0 || isGood('oxlint', [...lintArgs, ...toLint]);
process.exitCode = isClean && unformatted.length === 0 ? 0 : 1;
