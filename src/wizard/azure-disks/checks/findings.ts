import type { StepId } from '#src/rules/step-of.ts';
import type { validation } from '#src/strings/disk-checks.ts';
import type { PrerequisiteId } from '#src/wizard/azure-disks/checks/prerequisite.ts';

/** A field that settles what validation has found, and the step that asks for it. */
export interface FieldWay {
  readonly step: StepId;
  readonly field: keyof typeof validation.toField;
}

/** What a code of Azure means in the document's words, and where it can be settled. */
export interface Meaning {
  readonly means: keyof typeof validation.means;
  readonly fields: readonly FieldWay[];
  readonly line: PrerequisiteId | null;
}

const name: FieldWay = { step: 'configuration', field: 'diskName' };
const group: FieldWay = { step: 'configuration', field: 'rg' };
const point: FieldWay = { step: 'restore-point', field: 'point' };

/** By what the codes of azure-contract §12 say, in capitals. Document 002 lists four failures in its last note. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  USERERRORSAMENAMEDISKALREADYEXISTS: { means: 'nameTaken', fields: [name, group], line: null },
  USERERRORRESTORETARGETRGNOTFOUND: { means: 'noTargetGroup', fields: [group], line: null },
  USERERRORNOTENOUGHPERMISSIONONTARGETRG: {
    means: 'targetRole',
    fields: [group],
    line: 'targetRole',
  },
  USERERRORNOTENOUGHPERMISSIONONSNAPSHOTRG: {
    means: 'snapshotRoles',
    fields: [],
    line: 'snapshotRoles',
  },
  USERERRORSNAPSHOTRGNOTFOUND: { means: 'snapshotsGone', fields: [], line: 'snapshots' },
  USERERRORDISKSNAPSHOTNOTFOUND: { means: 'snapshotsGone', fields: [point], line: 'snapshots' },
  USERERRORMSIPERMISSIONSNOTPRESENTONDES: { means: 'keyReader', fields: [], line: 'keyReader' },
  USERERRORDISKBACKUPRESTORERGORMSIPERMISSIONSNOTPRESENT: {
    means: 'identity',
    fields: [],
    line: 'identity',
  },
};

/** What a code of a failed validation means; null: nobody here knows it, and Azure's words stand alone. */
export function meaningOf(code: string): Meaning | null {
  return MEANINGS[code.toUpperCase()] ?? null;
}
