import { spawnSync } from 'node:child_process';

import { root } from '../program.ts';

/**
 * What decides which part of the matrices `npm test` runs: `SAMPLE_SEED`, else the commit; a fixed
 * word where there is no git. The same part is run again with `SAMPLE_SEED=… npm test`.
 */
export function sampleSeed(): string {
  const given = process.env['SAMPLE_SEED'];
  if (given !== undefined && given !== '') return given;
  const { status, stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : 'no-commit';
}
