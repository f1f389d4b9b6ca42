import type { FieldName } from '#src/rules/fields.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { FIELDS } from '#src/datasources/azure-vm/fields.ts';
import type { Candidate } from '#src/wizard/explain/view.ts';
import { entryOf } from '#src/wizard/fields/field.ts';

/** The values that a field could hold, the likeliest first. None for a field that is no list and no name. */
export const candidatesOf = ({ shown, reads }: DraftView, field: FieldName): readonly Candidate[] =>
  entryOf(FIELDS, field)?.candidates?.({ choices: shown, reads }) ?? [];
