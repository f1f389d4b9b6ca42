import type { Instant } from '#src/lib/time.ts';
import type { StepCheck } from '#src/model/next-steps/check.ts';
import type { StepMarks } from '#src/model/next-steps/status.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What was done after a restore from this browser, each as a line of its own beside the job's outcome. */

export type AfterKind =
  | 'build'
  | 'attach'
  | 'swap'
  | 'detach'
  | 'deploy'
  | 'protect'
  | 'address'
  | 'license'
  | 'sql'
  | 'reset'
  | 'revoke'
  | 'delete';

/**
 * How far it has come:
 * - `done`: its result was read back; `wasSo`: it was there before, and nothing was sent
 * - `accepted`: Azure has accepted it, and its end wasn't read yet
 * - `open`: not all of its requests were sent, or their end isn't known yet
 * - `partly`: a part of its results was read back, and Azure refused a later request, or nothing reports its end
 * - `refused`: Azure refused it, or it never left
 * - `failed`: Azure reports that it ended badly
 * - `unknown`: nothing reports what came of it
 */
export type AfterState =
  | 'done'
  | 'wasSo'
  | 'accepted'
  | 'open'
  | 'partly'
  | 'refused'
  | 'failed'
  | 'unknown';

export interface AfterAction {
  /** The same after a reload. */
  readonly id: string;
  readonly kind: AfterKind;
  /** What was ordered, in one sentence. */
  readonly sentence: string;
  readonly state: AfterState;
  /** When that state was observed. */
  readonly at: Instant;
  /** The VM that runs with what the job restored, once it was made; null: none, or not known. */
  readonly machineId: ResourceId | null;
  /** What reads whether its result is still there; null: no read can. */
  readonly check: StepCheck | null;
}

export interface AfterLine extends AfterAction {
  /** What a later read found of its result; null: nothing was read since. */
  readonly latest: { readonly isThere: boolean; readonly at: number } | null;
}

/** Under which name the reads of an action's result are kept beside those of the steps. */
export const afterMark = (id: string): string => `after ${id}`;

/** The mark that a VM was made of what a job restored: its next steps can be done. */
export const MACHINE_MARK = 'after a machine';

/** Whether an action did what it was for. */
export const isEffective = ({ state }: Pick<AfterAction, 'state'>): boolean =>
  state === 'done' || state === 'wasSo';

/** The actions as lines, the oldest first. `marks`: what is kept of the job's steps. Pure. */
export const afterLines = (
  actions: readonly AfterAction[],
  marks: Readonly<Record<string, StepMarks>>,
): AfterLine[] =>
  actions
    .toSorted((a, b) => a.at - b.at)
    .map((action) => ({
      ...action,
      latest: isEffective(action) ? latestOf(marks[afterMark(action.id)] ?? {}) : null,
    }));

function latestOf({ verified, open, undone }: StepMarks): AfterLine['latest'] {
  if (verified !== undefined) return { isThere: true, at: verified };
  const gone = undone ?? open;
  return gone === undefined ? null : { isThere: false, at: gone };
}

/** The VMs that were made of what a job restored, also those that have gone since, the oldest first. */
export const machinesMade = (lines: readonly AfterAction[]): ResourceId[] =>
  lines.flatMap(({ machineId }) => machineId ?? []);
