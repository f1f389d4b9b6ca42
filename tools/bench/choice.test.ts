import { spawnSync } from 'node:child_process';

import { expect, test } from 'vitest';

import { root } from '../program.ts';
import { chosenParts } from './choice.ts';

const all = ['pages', 'wizard', 'list'] as const;

test('without a name all parts are run', () => {
  expect(chosenParts([], all)).toEqual({ names: all, problem: null });
});

test('named parts are run once each, in their own order', () => {
  expect(chosenParts(['list', 'pages', 'list'], all).names).toEqual(['pages', 'list']);
});

test('an unknown name is a sentence with the names that there are', () => {
  expect(chosenParts(['pages', 'wizzard'], all)).toEqual({
    names: null,
    problem: 'There is no part "wizzard" of the benchmark: use pages, wizard or list.',
  });
});

test('the command refuses an unknown name with that sentence and code 2', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/bench.ts', 'wizzard'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'There is no part "wizzard" of the benchmark: use pages, memory, sizes, rules, first, wizard, list or soak.\n',
  });
});
