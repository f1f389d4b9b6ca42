import { FIELDS } from '#src/datasources/commvault-vm/fields.ts';
import { COMMVAULT_NOT_LOOKED_AT, overwritesExisting } from '#src/datasources/commvault-vm/plan.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import type { TargetCheckResult } from '#src/datasources/commvault-vm/request/same-target.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import { flow } from '#src/strings/commvault/flow.ts';
import { checks } from '#src/strings/checks.ts';
import { submission } from '#src/strings/submission.ts';
import type { Reviewed } from '#src/wizard/draft/reviewed.ts';
import { uncheckedRules } from '#src/wizard/review/check.ts';
import { findingsOf } from '#src/wizard/explain/findings.ts';
import { notLookedAtLines } from '#src/wizard/review/coverage.ts';
import { type ShownCheck, warningsOf } from '#src/wizard/review/held.tsx';
import { reviewLines } from '#src/wizard/fields/review-lines.ts';

/** Everything chosen or filled in, in the words of its fields. */
export const linesOf = ({ shown, reads }: CommvaultView): (readonly [string, string])[] =>
  reviewLines(FIELDS, shown, { choices: shown, reads }).map(([, line]) => line);

/** That a VM with the new one's name is deleted, which has to be confirmed; null: none is. */
export function overwriteText({ shown, reads }: CommvaultView): string | null {
  if (shown.cv !== 'out-of-place' || !shown.overwrite) return null;
  const { overwrite, overwriteAny } = flow.review;
  const say = overwritesExisting({ shown, reads }) ? overwrite : overwriteAny;
  return say(shown.vmName ?? submission.notChosen);
}

/** The check of other restores by its name; none while there is no target. */
export const shownChecks = (check: TargetCheckResult | null): ShownCheck[] =>
  check === null ? [] : [{ ...check, name: checks.target.name }];

/** What the Summary shows, for the record of the restore. */
export function reviewedOf(view: CommvaultView, check: TargetCheckResult | null): Reviewed {
  const overwrite = overwriteText(view);
  const { warned, notChecked } = findingsOf(view.settled);
  return {
    chosen: linesOf(view).map(([label, value]): [string, string] => [label, value]),
    warnings: [
      ...(overwrite === null ? [] : [overwrite]),
      ...warned.map(({ rule }) => sayOf(rule)),
      ...warningsOf(shownChecks(check)),
    ],
    checks: [
      ...(check === null
        ? []
        : [
            {
              name: checks.target.name,
              state: checks.state[check.state],
              found: check.found,
              at: check.readAt,
            },
          ]),
      ...uncheckedRules(notChecked),
      ...notLookedAtLines(COMMVAULT_NOT_LOOKED_AT),
    ],
  };
}
