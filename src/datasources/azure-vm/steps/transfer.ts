import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { chosenPoint, withChoice } from '#src/datasources/azure-vm/view.ts';
import { isInVault, isOnlySnapshot, type RecoveryPoint } from '#src/model/points.ts';
import type { StepId } from '#src/rules/fields.ts';
import { judgeValue } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/reads/read.ts';

/** A restore point whose transfer to the vault isn't complete, and the one that works until then. */
export interface Untransferred {
  readonly point: RecoveryPoint;
  /** Undefined: no older one can be chosen. */
  readonly older: RecoveryPoint | undefined;
}

/**
 * The point of a step that isn't in the vault yet: the chosen one; while none is, the newest. Null where
 * it is, or where the step isn't about it. Pure.
 */
export function untransferredIn(step: StepId, view: DraftView): Untransferred | null {
  if (step !== 'restore-point' && step !== 'configuration') return null;
  const points = (known(view.reads.points) ?? []).toSorted((a, b) => (b.time ?? 0) - (a.time ?? 0));
  const point = chosenPoint(view) ?? (step === 'restore-point' ? points[0] : undefined);
  if (point === undefined || !isOnlySnapshot(point)) return null;
  const older = points.find(
    (one) =>
      isInVault(one) &&
      (one.time ?? Number.POSITIVE_INFINITY) < (point.time ?? 0) &&
      judgeValue(withChoice(view, { point: one.name }), 'point', one.name).blocked === undefined,
  );
  return { point, older };
}
