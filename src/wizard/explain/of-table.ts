import type { ChoiceField } from '#src/rules/fields.ts';
import type { FactModel } from '#src/wizard/explain/model.ts';
import type { ReadSource } from '#src/wizard/reads/read-table.ts';

/** What a table says of a read, as facts are explained by it. */
export interface FactRead extends ReadSource {
  readonly chosenIn?: ChoiceField;
}

/** What a model knows of the reads of a table, by their names. */
export const ofTable = (
  table: Readonly<Record<string, FactRead>>,
): Pick<FactModel<never>, 'after' | 'chosenIn' | 'readName'> => ({
  after: (read) => table[read]?.after ?? null,
  chosenIn: (read) => table[read]?.chosenIn ?? null,
  readName: (read) => table[read]?.what ?? read,
});
