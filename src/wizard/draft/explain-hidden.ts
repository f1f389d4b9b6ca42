import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { FieldName } from '#src/rules/choices.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import { revealing } from '#src/wizard/draft/nearest.ts';
import { reasonOf } from '#src/wizard/draft/reason.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** Why a field is not there: the clauses that take it away, and with what it would be there. */
export function explainHidden(
  view: DraftView,
  field: FieldName,
  rules: readonly CatalogueRule[],
): Explanation {
  const ground = { ...view, choices: view.settled.choices };
  const nearest = revealing(view, field);
  return {
    reasons: rules.map((rule) => reasonOf(rule, ground)),
    instead: nearest && {
      ...nearest,
      apply: () => changeChoices(view.draft.id, nearest.change),
    },
  };
}
