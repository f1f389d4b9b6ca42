import type { CheckState } from '#src/wizard/preflight/check.ts';
import type { Line } from '#src/wizard/preflight/lines.ts';

/** What the list comes to. */
export interface Sum {
  readonly verdict: 'checking' | 'ready' | 'readyWithWarnings' | 'notPossible';
  readonly failed: number;
  readonly warned: number;
  /** Could not be checked, or not yet: never counted as passed. */
  readonly notChecked: number;
}

/** Adds up a list. What is not checked, or not yet, is never counted as passed. Pure. */
export function sumOf(lines: readonly Summed[]): Sum {
  const count = (...states: CheckState[]): number =>
    lines.filter(({ state }) => states.includes(state)).length;
  return {
    verdict: verdictOf(lines),
    failed: count('failed'),
    warned: count('warned'),
    notChecked: count('notChecked', 'checking'),
  };
}

/** Whether all else is looked at and nothing of it refuses, so that Azure can be asked by itself. */
export function isFree(lines: readonly Summed[]): boolean {
  return lines.every(
    ({ id, state }) => id === 'azure' || (state !== 'failed' && state !== 'checking'),
  );
}

type Summed = Pick<Line, 'id' | 'state'>;

function verdictOf(lines: readonly Summed[]): Sum['verdict'] {
  const states = lines.map(({ state }) => state);
  if (states.includes('failed')) return 'notPossible';
  if (states.includes('checking')) return 'checking';
  return lines.some(warns) ? 'readyWithWarnings' : 'ready';
}

/** That Azure itself did not look beforehand is nothing to accept; whatever else was not checked is. */
const warns = ({ id, state }: Summed): boolean =>
  state === 'warned' || (state === 'notChecked' && id !== 'azure');
