import type { ValidationProblem } from '#src/model/problem.ts';
import type { diskChecks } from '#src/strings/disk-checks.ts';
import type { StepId } from '#src/rules/fields.ts';
import type { DiskCheckId } from '#src/datasources/azure-disk/checks/check.ts';

/** Where a failure of the validation is put right: a field of a step, or a check. */
export type ProblemPlace =
  | {
      readonly kind: 'field';
      readonly step: StepId;
      readonly field: keyof typeof diskChecks.validation.goTo;
    }
  | { readonly kind: 'check'; readonly id: DiskCheckId };

const inCheck = (id: DiskCheckId): ProblemPlace => ({ kind: 'check', id });
const inParameters = (field: 'diskName' | 'rg'): ProblemPlace => ({
  kind: 'field',
  step: 'configuration',
  field,
});

/**
 * By Azure's code in small letters (azure-contract §12; causes: document 002, Restore to create a new
 * disk, the note on validation).
 */
const PLACES: Readonly<Record<string, ProblemPlace>> = {
  usererrorsamenamediskalreadyexists: inParameters('diskName'),
  usererrorrestoretargetrgnotfound: inParameters('rg'),
  usererrordisksnapshotnotfound: { kind: 'field', step: 'restore-point', field: 'point' },
  usererrornotenoughpermissionontargetrg: inCheck('target'),
  usererrornotenoughpermissiononsnapshotrg: inCheck('snapshotRole'),
  usererrorsnapshotrgnotfound: inCheck('snapshots'),
  usererrormsipermissionsnotpresentondes: inCheck('key'),
  usererrordiskbackuprestorergormsipermissionsnotpresent: inCheck('identity'),
};

/** Where a failure is put right; null for one whose cause is not documented. */
export function placeOfProblem({ code }: Pick<ValidationProblem, 'code'>): ProblemPlace | null {
  const name = code.toLowerCase();
  return Object.hasOwn(PLACES, name) ? (PLACES[name] ?? null) : null;
}
