import { describe, expect, test } from 'vitest';

import { runAll, type Step } from './schedule.ts';
import { oneFailed, onePassed, summary } from './tally.ts';

/** A step that notes when it starts and ends, and how many others run beside it. */
function recorder(): { log: string[]; step: (name: string, more?: Partial<Step>) => Step } {
  const log: string[] = [];
  const step = (name: string, more: Partial<Step> = {}): Step => ({
    name,
    async run() {
      log.push(`+${name}`);
      await new Promise((done) => setImmediate(done));
      log.push(`-${name}`);
      return { tally: onePassed, output: '' };
    },
    ...more,
  });
  return { log, step };
}

const failing = async () => ({ tally: oneFailed('no'), output: '' });
const options = { width: 2, now: () => 0, announce: () => undefined };

describe('the order of the steps', () => {
  test('uses the width, and lets a step that wants to be alone be alone', async () => {
    const { log, step } = recorder();
    await runAll([step('speed', { alone: true }), step('a'), step('b'), step('c')], options);
    expect(log.slice(0, 2)).toEqual(['+a', '+b']);
    expect(log.slice(-2)).toEqual(['+speed', '-speed']);
  });

  test('runs all others after a failure, and counts what needs it as failed', async () => {
    const { log, step } = recorder();
    const results = await runAll(
      [step('build', { run: failing }), step('e2e', { needs: ['build'] }), step('lint')],
      options,
    );
    expect(log).toEqual(['+lint', '-lint']);
    expect(summary(results)).toEqual({ line: '1 passed, 2 failed, 0 skipped', code: 1 });
  });

  test('turns a step that throws into a failure', async () => {
    const { step } = recorder();
    const crash = step('crash', { run: () => Promise.reject(new Error('crashed')) });
    const [result] = await runAll([crash], options);
    expect(result?.tally.problems).toEqual(['crashed']);
  });

  test('names steps that wait for each other', async () => {
    const { step } = recorder();
    const ring = [step('a', { needs: ['b'] }), step('b', { needs: ['a'] })];
    await expect(runAll(ring, options)).rejects.toThrow('wait for each other: a, b');
  });
});
