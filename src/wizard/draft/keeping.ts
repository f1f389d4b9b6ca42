import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Candidate } from '#src/wizard/draft/candidates.ts';
import { type Nearest, nearestOf } from '#src/wizard/draft/nearest.ts';
import { withChoices } from '#src/wizard/draft/transitions.ts';
import { type DraftView, viewOf } from '#src/wizard/draft/view.ts';

/**
 * A way out by another field than the one asked about, with the value that was asked for. Null where
 * there is none. Pure.
 */
export function nearestKeeping(
  view: DraftView,
  rules: readonly CatalogueRule[],
  asked: Candidate,
): Nearest | null {
  const draft = withChoices(view.draft, asked.change, view.draft.changedAt);
  const chosen = viewOf(draft, view.reads);
  const nearest = nearestOf(chosen, rules, { ...chosen, choices: chosen.settled.choices });
  if (nearest === null || Object.keys(asked.change).some((field) => field in nearest.change)) {
    return null;
  }
  return {
    label: wizard.explain.keeping(nearest.label, asked.name),
    field: nearest.field,
    change: { ...asked.change, ...nearest.change },
  };
}
