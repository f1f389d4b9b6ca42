import * as z from 'zod/mini';
import type { RegionChoices } from '#src/datasources/azure-vm/choices/target-region.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { GrantChoices } from '#src/datasources/azure-vm/target-reads.ts';
import type { StepId } from '#src/rules/fields.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import type { Choice } from '#src/wizard/draft/schema.ts';
import type { Field } from '#src/wizard/fields/field.ts';

/** The choices that more than their own field depends on. */
export interface Chosen extends RegionChoices, GrantChoices {
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
export const text = z.nullable(z.string());

/** A choice in words: not made yet, made but not read from Azure, or what it is. */
export const valueText = (choice: string | null, words: string | undefined): string =>
  choice === null ? submission.notChosen : (words ?? common.notRead);

/** The line of a choice that has none while nothing is chosen. */
export const ifChosen =
  (words: (value: string) => string) =>
  (value: string | null): string | null =>
    value === null ? null : words(value);
