import { type StepResult, isGood, oneFailed, type Tally } from './tally.ts';

/** What a step found, and what it printed on the way. */
export interface Outcome {
  readonly tally: Tally;
  readonly output: string;
}

export interface Step {
  readonly name: string;
  /** Steps that must be good before this one can run. */
  readonly needs?: readonly string[];
  /** Measures time or uses all cores: runs alone, after all others that can run. */
  readonly alone?: boolean;
  run(): Promise<Outcome>;
}

/** Reads the time in milliseconds; handed in, so that tests need none. */
type Now = () => number;

async function runOne(step: Step, now: Now): Promise<StepResult> {
  const started = now();
  const outcome = await step.run().catch((error: unknown) => ({
    tally: oneFailed(error instanceof Error ? error.message : String(error)),
    output: error instanceof Error ? (error.stack ?? '') : '',
  }));
  return { name: step.name, ...outcome, seconds: (now() - started) / 1000 };
}

/**
 * Runs every step, at most `width` at a time, each as soon as what it needs is good. A step whose
 * needs failed is not run and counts as failed. Results are announced in the order they end.
 */
export async function runAll(
  steps: readonly Step[],
  options: { width: number; now: Now; announce: (result: StepResult) => void },
): Promise<StepResult[]> {
  const results = new Map<string, StepResult>();
  const running = new Map<string, Promise<void>>();
  const waiting = [...steps];

  const finish = (result: StepResult): void => {
    results.set(result.name, result);
    running.delete(result.name);
    options.announce(result);
  };
  const start = (step: Step): void => {
    waiting.splice(waiting.indexOf(step), 1);
    const bad = (step.needs ?? []).filter((name) => isBad(results.get(name), name, steps));
    if (bad.length > 0) {
      const tally = oneFailed(`Not run, because it needs: ${bad.join(', ')}.`);
      finish({ name: step.name, tally, seconds: 0, output: '' });
      return;
    }
    running.set(step.name, runOne(step, options.now).then(finish));
  };
  const isReady = (step: Step): boolean =>
    (step.needs ?? []).every((name) => results.has(name) || !isNamed(name, steps));

  while (waiting.length > 0 || running.size > 0) {
    const shared = waiting.find((step) => step.alone !== true && isReady(step));
    const alone = waiting.find((step) => step.alone === true && isReady(step));
    if (shared !== undefined && running.size < options.width) start(shared);
    else if (shared === undefined && alone !== undefined && running.size === 0) {
      start(alone);
      await Promise.all(running.values());
    } else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`Steps wait for each other: ${waiting.map((s) => s.name).join(', ')}`);
  }
  return steps.flatMap((step) => results.get(step.name) ?? []);
}

function isNamed(name: string, steps: readonly Step[]): boolean {
  return steps.some((step) => step.name === name);
}

function isBad(result: StepResult | undefined, name: string, steps: readonly Step[]): boolean {
  return isNamed(name, steps) && (result === undefined || !isGood(result.tally));
}
