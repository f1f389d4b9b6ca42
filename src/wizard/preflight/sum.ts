import type { CheckState } from '#src/wizard/preflight/check.ts';
import type { Line } from '#src/wizard/preflight/lines.ts';

/** What the list comes to. */
export interface Sum {
  readonly verdict: 'ready' | 'readyWithWarnings' | 'notPossible';
  readonly failed: number;
  readonly warned: number;
  /** Could not be checked, or not yet: never counted as passed. */
  readonly notChecked: number;
}

/** Adds up a list: ready is only what passed every check. Pure. */
export function sumOf(lines: readonly Pick<Line, 'state'>[]): Sum {
  const count = (...states: CheckState[]): number =>
    lines.filter(({ state }) => states.includes(state)).length;
  const failed = count('failed');
  const warned = count('warned');
  const notChecked = count('notChecked', 'checking');
  const isReady = failed + warned + notChecked === 0;
  return {
    verdict: failed > 0 ? 'notPossible' : isReady ? 'ready' : 'readyWithWarnings',
    failed,
    warned,
    notChecked,
  };
}
