import * as z from 'zod/mini';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { GrantChoices } from '#src/datasources/azure-vm/target-reads.ts';
import type { RegionChoices } from '#src/datasources/azure-vm/target.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { StepId } from '#src/rules/fields.ts';
import { aboutMachine } from '#src/strings/vm-restore.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import type { Choice } from '#src/wizard/draft/schema.ts';
import { always, type Field } from '#src/wizard/fields/field.ts';

/** The choices that more than their own field depends on. */
interface Chosen extends RegionChoices, GrantChoices {
  readonly instance: string | null;
  readonly point: string | null;
  readonly subscription: string | null;
  readonly vmName: string | null;
  readonly vnet: string | null;
  readonly diskAccessId: string | null;
}

/** What a field of a virtual machine's restore may read. */
export interface VmGiven {
  readonly choices: Chosen;
  readonly reads: Reads;
}

/** A field of a virtual machine's restore. */
export interface VmField<Value extends Choice> extends Field<Value, VmGiven> {
  readonly step: StepId;
}

/** An entry of the table: its schema, what it holds while nothing is chosen, and the rest. */
export const field = <Value extends Choice>(
  schema: z.ZodMiniType<Value>,
  nothing: NoInfer<Value>,
  rest: Omit<VmField<NoInfer<Value>>, 'schema' | 'nothing'>,
): VmField<Value> => ({ schema, nothing, ...rest });

/** A text that may be missing. */
export const nullableText = z.nullable(z.string());

/** A choice in words: not made yet, made but not read from Azure, or what it is. */
export const valueText = (choice: string | null, words: string | undefined): string =>
  choice === null ? submission.notChosen : (words ?? common.absence.notRead);

/** The line of a choice that has none while nothing is chosen. */
export const ifChosen =
  (words: (value: string) => string) =>
  (value: string | null): string | null =>
    value === null ? null : words(value);

const labels = aboutMachine.questions;

/** A question about the machine: what was answered of the machine before says nothing of another one. */
const question = <Answer extends string>(
  label: string,
  answers: Readonly<Record<Answer, string>>,
  schema: z.ZodMiniType<NoInfer<Answer> | null>,
  clearedBy: VmField<null>['clearedBy'] = {},
) => ({
  ...field<Answer | null>(schema, null, {
    step: 'configuration',
    label,
    clearedBy: { instance: always, ...clearedBy },
    summary: (answer) => (answer === null ? null : answers[answer]),
  }),
  /** The answers that it has, each in words. */
  answers,
});

const yesOrNo = z.nullable(z.enum(['yes', 'no']));

/** What the operator says of the machine, as far as no API reports it; null is "not answered". */
export const QUESTION_FIELDS = {
  dc: question(
    labels.dc,
    aboutMachine.dc,
    z.nullable(
      z.enum([
        'none',
        'single-dc-single-domain',
        'multiple-dc-single-domain',
        'single-dc-multi-domain',
        'multi-domain-forest',
      ]),
    ),
  ),
  otherDcReachable: question(labels.otherDcReachable, aboutMachine.yesOrNo, yesOrNo),
  isolatedNetwork: question(labels.isolatedNetwork, aboutMachine.yesOrNo, yesOrNo, {
    region: always,
    network: always,
  }),
  domainJoined: question(labels.domainJoined, aboutMachine.yesOrNo, yesOrNo),
  domainTrouble: question(labels.domainTrouble, aboutMachine.yesOrNo, yesOrNo),
  isSql: question(labels.isSql, aboutMachine.yesOrNo, yesOrNo),
  cloudInit: question(labels.cloudInit, aboutMachine.yesOrNo, yesOrNo),
  outage: question(
    labels.outage,
    aboutMachine.outage,
    z.nullable(z.enum(['none', 'zone', 'region'])),
  ),
};

/** The kinds of restore under `Create new`. */
export const NEW_KINDS = ['createVm', 'restoreDisks'] as const satisfies RestoreKind[];
/** All kinds of restore; the last is the one under `Replace existing`. */
export const RESTORE_KINDS = [...NEW_KINDS, 'replaceDisks'] as const satisfies RestoreKind[];
