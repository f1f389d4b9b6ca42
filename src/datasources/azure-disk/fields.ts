import * as z from 'zod/mini';
import { isPointGone } from '#src/datasources/azure-disk/point.ts';
import { type DiskReads, subscriptionName } from '#src/datasources/azure-disk/reads.ts';
import { isCut } from '#src/lib/list.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { labelOf, type StepId } from '#src/rules/fields.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { submission } from '#src/strings/submission.ts';
import type { Choice } from '#src/wizard/draft/schema.ts';
import { always, type ChoicesOf, type Field, type FieldTable } from '#src/wizard/fields/field.ts';
import { known } from '#src/wizard/reads/read.ts';

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
      return subscriptionName(reads, subscription) ?? subscription ?? submission.notChosen;
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
export const FIELDS: FieldTable<DiskChoices, DiskGiven> = TABLE;

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
