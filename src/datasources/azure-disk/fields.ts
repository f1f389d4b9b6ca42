import * as z from 'zod/mini';
import { type DiskReads, targetSubscriptionName } from '#src/datasources/azure-disk/reads.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import { instanceName } from '#src/model/instances.ts';
import { isExpired } from '#src/model/points.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { type Choices, labelOf, type StepId, STEPS } from '#src/rules/fields.ts';
import { common } from '#src/strings/common.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { submission } from '#src/strings/submission.ts';
import type { Choice, Draft } from '#src/wizard/draft/schema.ts';
import { isOther, isOtherDatasource, type Transitions } from '#src/wizard/draft/transitions.ts';
import { chosenTextBy } from '#src/wizard/fields/field-words.ts';
import {
  always,
  cause,
  type LossCause,
  type ChoicesOf,
  type Field,
  fieldsOfStep,
  type FieldTable,
  lostFields,
  ruleChoicesOf,
  taskFields,
} from '#src/wizard/fields/field.ts';
import { known } from '#src/wizard/read.ts';
import type { TaskStep } from '#src/wizard/steps/task-steps.ts';

interface PointChoice {
  readonly point: string | null;
}

/** A moment as Azure reports it. */
export const reportedMoment = (at: Instant | null): string =>
  at === null ? common.absence.notReported : dateTimeText(at);

/** The chosen point while it can be restored; undefined also where the points are not read. */
export function chosenDiskPoint(
  reads: Pick<DiskReads, 'points' | 'at'>,
  { point }: PointChoice,
): DiskRecoveryPoint | undefined {
  return known(reads.points)?.find((one) => one.name === point && !isExpired(one, reads.at));
}

/** Whether a selected restore point no longer exists; unknown if an incomplete list lacks it. */
export function isPointGone(
  reads: Pick<DiskReads, 'points' | 'at'>,
  choices: PointChoice,
): boolean {
  const points = known(reads.points);
  if (choices.point === null || points === undefined) return false;
  const isListed = points.some(({ name }) => name === choices.point);
  if (!isListed && isCut(points)) return false;
  return chosenDiskPoint(reads, choices) === undefined;
}

/** What a field of a disk's restore may read. */
interface DiskGiven {
  readonly choices: {
    readonly instance: string | null;
    readonly point: string | null;
    readonly subscription: string | null;
    readonly rg: string | null;
  };
  readonly reads: DiskReads;
}

interface DiskField<Value extends Choice> extends Field<Value, DiskGiven> {
  readonly step: StepId;
}

const field = <Value extends Choice>(
  schema: z.ZodMiniType<Value>,
  nothing: NoInfer<Value>,
  rest: Omit<DiskField<NoInfer<Value>>, 'schema' | 'nothing'>,
): DiskField<Value> => ({ schema, nothing, ...rest });

const text = z.nullable(z.string());
const words = diskFlow.parameters;

const TABLE = {
  datasource: field(text, 'azure-disk', {
    step: 'datasource',
    label: labelOf('datasource'),
    forRules: () => ({ datasource: 'azure-disk' }),
  }),
  /** Id of the backup instance. */
  instance: field(text, null, {
    step: 'instance',
    label: labelOf('instance'),
    clearedBy: { datasource: always },
    forRules: (instance, { reads }) => ({
      instance,
      sourceResourceId: known(reads.instance)?.sourceDiskId ?? null,
    }),
  }),
  /** Name of the recovery point. */
  point: field(text, null, {
    step: 'restore-point',
    label: labelOf('point'),
    clearedBy: { instance: always, datasource: always },
    forRules: (point, { choices, reads }) => ({
      recoveryPointId: isPointGone(reads, choices) ? null : point,
    }),
  }),
  /** To another place, or over its source, which Azure does not do. */
  diskMode: field(z.enum(['ALR', 'OLR']), 'ALR', {
    step: 'configuration',
    label: words.mode,
    isWithoutFacts: true,
    forRules: (diskMode) => ({ diskMode }),
    summary: () => words.alternate,
  }),
  subscription: field(text, null, {
    step: 'configuration',
    label: words.subscription,
    forRules: (id, { reads }) => ({
      subscription: among(id, known(reads.subscriptions), (one) => one.id),
    }),
    summary: (_, { choices, reads }) => {
      const { subscription } = targetIn(choices, reads);
      return targetSubscriptionName(reads, subscription) ?? subscription ?? submission.notChosen;
    },
  }),
  /** Name of the resource group. */
  rg: field(text, null, {
    step: 'configuration',
    label: words.rg,
    clearedBy: { subscription: always, datasource: always },
    nameOf,
    forRules: (rg, { reads }) => ({ rg: among(rg, known(reads.groups), (one) => one.name) }),
    summary: (_, { choices, reads }) => targetIn(choices, reads).rg ?? submission.notChosen,
  }),
  /** The name of the disk that the restore creates. */
  diskName: field(text, null, {
    step: 'configuration',
    label: words.diskName,
    isTyped: true,
    forRules: (diskName) => ({ diskName }),
    summary: (diskName) => diskName ?? submission.notChosen,
  }),
  /** Selected at Review; any other change clears these. */
  consequenceRead: field(z.boolean(), false, {
    step: 'review',
    label: labelOf('consequenceRead'),
    forRules: (consequenceRead) => ({ consequenceRead }),
  }),
  warningsRead: field(z.boolean(), false, {
    step: 'review',
    label: labelOf('warningsRead'),
    // A disk's Review has no box to confirm warnings.
    forRules: () => ({ warningsRead: true }),
  }),
};

/** What the operator has chosen; null is "not chosen". */
export type DiskChoices = ChoicesOf<typeof TABLE>;

/** The fields of a disk's restore, one entry each, in the order of the page. */
export const DISK_FIELDS: FieldTable<DiskChoices, DiskGiven> = TABLE;

/** The target while it is still there. */
export const targetIn = ({ subscription, rg }: DiskGiven['choices'], reads: DiskReads) => ({
  subscription: among(subscription, known(reads.subscriptions), ({ id }) => id),
  rg: among(rg, known(reads.groups), ({ name }) => name),
});

/** A value while a list that was read has it; one that was not read, or is cut, proves nothing. */
function among<One>(
  value: string | null,
  list: readonly One[] | undefined,
  named: (one: One) => string,
): string | null {
  const isThere = list?.some((one) => sameId(named(one), value)) ?? true;
  return isThere || isCut(list) ? value : null;
}

/** The code of a form's error for a name that Azure refuses; no document has a rule for it. */
export const DISK_NAME = 'disk-name';

/**
 * Whether Azure takes a name for a disk: 1 to 80 letters, digits, `_`, `.` and `-`, a letter or digit
 * first, and a letter, a digit or `_` last (Microsoft Learn, Naming rules for Azure resources).
 */
export function isDiskName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9_.-]{0,78}[a-z0-9_])?$/i.test(name);
}

/** Whether a name was typed that Azure refuses. */
export function hasBadName({ diskName }: { readonly diskName: string | null }): boolean {
  return diskName !== null && !isDiskName(diskName);
}

/** The fields of a disk's restore. */
export const diskFields = taskFields(DISK_FIELDS);

/** A draft of a disk's restore. */
export type DiskDraft = Draft<DiskChoices>;

export const {
  choicesOf: diskChoicesOf,
  draftOf: diskDraft,
  changeOf: diskChange,
  newDraft: newDiskDraft,
} = diskFields;

/** A draft's choices as the rules read them: what is not there any more is not chosen. */
export const diskChoices = (choices: DiskChoices, reads: DiskReads): Choices =>
  ruleChoicesOf(DISK_FIELDS, choices, { choices, reads });

/** What follows from a change of a disk's restore. */
export const diskTransitions: Transitions = {
  completed: (_, change) => change,
  lostFields: (before, after) =>
    lostFields(
      DISK_FIELDS,
      causesOf(diskChoicesOf(before), diskChoicesOf(after)),
      diskChoicesOf(after),
    ),
  nameOf: ({ instance }) => (instance === null ? null : instanceName(instance)),
};

const causesOf = (before: DiskChoices, after: DiskChoices): LossCause[] => [
  cause('instance', isOther(before.instance, after.instance)),
  cause('subscription', isOther(before.subscription, after.subscription)),
  cause('datasource', isOtherDatasource(before, after)),
];

/** A field and what was chosen in it; ids of Azure's own say nothing to people. */
export const diskChosenText = chosenTextBy(DISK_FIELDS);

/** What each step asks for; a disk has no network: the rule that hides these fields says why the step is not needed. */
const fieldsOf = (id: StepId): readonly string[] =>
  id === 'network-access' ? ['vnet', 'subnet'] : fieldsOfStep(DISK_FIELDS, id);

/** The steps of a disk's restore, at the addresses of a virtual machine's. */
export const STEPS_OF_DISK: readonly TaskStep<StepId>[] = STEPS.map((id) => ({
  id,
  title: diskFlow.step[id],
  fields: fieldsOf(id),
}));
