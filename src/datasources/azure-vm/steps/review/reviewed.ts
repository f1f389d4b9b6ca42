import { type Line, vmNotLookedAt } from '#src/datasources/azure-vm/checks/lines.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { chosenFacts } from '#src/datasources/azure-vm/plan.tsx';
import { consequenceText } from '#src/datasources/azure-vm/consequences.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { preflight as words } from '#src/strings/preflight.ts';
import type { Reviewed } from '#src/wizard/draft/reviewed.ts';
import { uncheckedRules } from '#src/wizard/review/check.ts';
import { findingsOf, isParticular } from '#src/wizard/explain/findings.ts';
import { notLookedAtLines } from '#src/wizard/review/coverage.ts';
import { type ShownCheck, warningsOf } from '#src/wizard/review/held.tsx';

/** The lines as they hold a press: what rules warn of is read beside them. */
export const heldLines = (lines: readonly Line[]): ShownCheck[] =>
  lines.map(({ id, state, own, found }) => ({
    name: words.check[id],
    state: state === 'failed' ? state : own,
    found,
  }));

/** What Review shows of a virtual machine's restore, for its record. */
export function reviewedOf(view: DraftView, lines: readonly Line[]): Reviewed {
  const consequence = consequenceText(view);
  const { warned, notChecked } = findingsOf(view.settled);
  return {
    chosen: chosenFacts(view).map(([label, value]) => [label, value]),
    warnings: [
      ...(consequence === null ? [] : [consequence]),
      ...warned.filter(isParticular).map(({ rule }) => sayOf(rule)),
      ...warningsOf(heldLines(lines)),
    ],
    checks: [
      ...lines.map(({ id, state, found, at }) => ({
        name: words.check[id],
        state: words.state[state],
        found,
        at,
      })),
      ...uncheckedRules(notChecked),
      ...notLookedAtLines(vmNotLookedAt(view.shown)),
    ],
  };
}
