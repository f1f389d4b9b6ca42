import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import * as z from 'zod/mini';

import { root, runNode } from '../program.ts';
import type { Tally } from './progress.ts';

/** What a check came to. */
export interface Checked {
  readonly code: number;
  readonly output: string;
  /** What to know although it is no failure. */
  readonly note?: string;
}

/** What is good when it ends with 0; counts as one test. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<Checked>;
}

/** A program that runs tests by one of our reporters, with all cores of the machine. */
export interface Suite {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What ends it, however much is left. */
  readonly limitMinutes: number;
  /** Checks without which it can't run. */
  readonly needs?: readonly string[];
}

const tallyShape = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.number(),
  flaky: z.array(z.string()),
});

const onePassed: Tally = { passed: 1, failed: 0, skipped: 0, flaky: [] };
const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0, flaky: [] };

/** Something passed, nothing failed, nothing was skipped. */
export const isGood = ({ passed, failed, skipped }: Tally): boolean =>
  passed > 0 && failed === 0 && skipped === 0;

/** The tally of a suite that ended with `code`: one that fails without a failed test is a failure, too. */
export function judged(tally: Tally | null, code: number): Tally {
  if (tally === null) return oneFailed;
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readTally(file: string): Tally | null {
  try {
    return tallyShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Runs checks and suites, and says of each what it came to as it ends. */
export class Run {
  private readonly results = new Map<string, Tally>();
  private readonly started = performance.now();

  /** Runs checks side by side, as many as the machine has cores. */
  async checks(all: readonly Check[]): Promise<void> {
    const waiting = [...all];
    const work = async (): Promise<void> => {
      for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
        const began = performance.now();
        const { code, output, note } = await check.run();
        this.announce(check.name, code === 0 ? onePassed : oneFailed, performance.now() - began);
        if (note !== undefined) console.log(`       ${note}`);
        if (code !== 0) console.log(output.trimEnd().replaceAll(/^/gm, '     | '));
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  }

  async suite({ name, file, args, env, limitMinutes, needs = [] }: Suite): Promise<void> {
    const began = performance.now();
    const missing = needs.filter((need) => !isGood(this.results.get(need) ?? oneFailed));
    if (missing.length > 0) {
      console.log(`FAIL ${name}: not run, because it needs ${missing.join(' and ')}.`);
      this.results.set(name, oneFailed);
      return;
    }
    const tally = join(root, '.cache', `${name.replaceAll(' ', '-')}.json`);
    mkdirSync(join(root, '.cache'), { recursive: true });
    rmSync(tally, { force: true });
    const given = { ...env, TALLY_FILE: tally };
    const limitMs = limitMinutes * 60_000;
    const { code, isOverdue } = await runNode(file, args, given, { limitMs, printed: 'inherit' });
    if (isOverdue) console.log(`It took more than ${limitMinutes} minutes and was ended.`);
    this.announce(name, judged(readTally(tally), code), performance.now() - began);
  }

  /** Prints the sum, after a line that says what was left out, and sets the exit code. */
  end(leftOut: string, budgetMinutes: number): void {
    const all = [...this.results];
    const bad = all.filter(([, tally]) => !isGood(tally)).map(([name]) => name);
    const flaky = all.flatMap(([, tally]) => tally.flaky);
    const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
      all.reduce((total, [, tally]) => total + tally[key], 0);
    console.log(bad.length === 0 ? '\nEverything passed.' : `\nNot good: ${bad.join(', ')}.`);
    for (const name of flaky) console.log(`Flaky: ${name}`);
    const minutes = (performance.now() - this.started) / 60_000;
    console.log(`${minutes.toFixed(1)} of ${budgetMinutes} minutes`);
    console.log(leftOut);
    console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
    process.exitCode = bad.length === 0 && all.length > 0 ? 0 : 1;
  }

  private announce(name: string, tally: Tally, ms: number): void {
    this.results.set(name, tally);
    const { passed, failed, skipped } = tally;
    const time = `${(ms / 1000).toFixed(1)} s`.padStart(8);
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    console.log(`${isGood(tally) ? 'ok  ' : 'FAIL'} ${name.padEnd(26)} ${time}   ${counts}`);
  }
}
