import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { FieldName } from '#src/rules/choices.ts';
import { fieldsOf } from '#src/rules/rule.ts';

/** Rules that speak about one of some fields. */
export const about =
  (...fields: readonly FieldName[]) =>
  (rule: CatalogueRule): boolean =>
    fieldsOf(rule).some((field) => fields.includes(field));

/** Rules of some ids. */
export const named =
  (...ids: readonly CatalogueRule['id'][]) =>
  ({ id }: CatalogueRule): boolean =>
    ids.includes(id);
