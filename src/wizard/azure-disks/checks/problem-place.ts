import type { ValidationProblem } from '#src/model/validation.ts';
import type { diskChecks } from '#src/strings/disk-checks.ts';
import type { StepId } from '#src/rules/step-of.ts';
import type { PrerequisiteId } from '#src/wizard/azure-disks/checks/prerequisite.ts';

/** Where a failure of the validation is put right: a field of a step, or a prerequisite. */
export type ProblemPlace =
  | {
      readonly kind: 'field';
      readonly step: StepId;
      readonly field: keyof typeof diskChecks.validation.goTo;
    }
  | { readonly kind: 'prerequisite'; readonly id: PrerequisiteId };

const prerequisite = (id: PrerequisiteId): ProblemPlace => ({ kind: 'prerequisite', id });
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
  usererrornotenoughpermissionontargetrg: prerequisite('target'),
  usererrornotenoughpermissiononsnapshotrg: prerequisite('snapshotRole'),
  usererrorsnapshotrgnotfound: prerequisite('snapshots'),
  usererrormsipermissionsnotpresentondes: prerequisite('key'),
  usererrordiskbackuprestorergormsipermissionsnotpresent: prerequisite('identity'),
};

/** Where a failure is put right; null for one whose cause is not documented. */
export function placeOfProblem({ code }: Pick<ValidationProblem, 'code'>): ProblemPlace | null {
  const name = code.toLowerCase();
  return Object.hasOwn(PLACES, name) ? (PLACES[name] ?? null) : null;
}
