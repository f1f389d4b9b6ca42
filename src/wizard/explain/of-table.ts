import type { FactModel } from '#src/wizard/explain/model.ts';
import type { FactRead } from '#src/wizard/explain/facts.ts';

/** What a model knows of the reads of a table, by their names. */
export const ofTable = (
  table: Readonly<Record<string, FactRead>>,
): Pick<FactModel<never>, 'after' | 'chosenIn' | 'readName'> => ({
  after: (read) => table[read]?.after ?? null,
  chosenIn: (read) => table[read]?.chosenIn ?? null,
  readName: (read) => table[read]?.what ?? read,
});
