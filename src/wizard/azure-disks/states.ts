import { type CatalogueRule, catalogue } from '#src/rules/catalogue.ts';

/** The clause by which no step asks for the network of a disk. */
export const NO_NETWORK: CatalogueRule = clause('disk.no-vm-fields');

function clause(id: CatalogueRule['id']): CatalogueRule {
  const rule = catalogue.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}
