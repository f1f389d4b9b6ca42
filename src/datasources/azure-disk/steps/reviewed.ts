import { DISK_NOT_LOOKED_AT, type DiskCheck } from '#src/datasources/azure-disk/checks/check.ts';
import { summaryOf } from '#src/datasources/azure-disk/steps/summary.ts';
import type { ValidatedView } from '#src/datasources/azure-disk/use-view.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import type { Reviewed } from '#src/wizard/draft/reviewed.ts';
import { notLookedAtLines } from '#src/wizard/review/coverage.ts';
import { type ShownCheck, warningsOf } from '#src/wizard/review/held.tsx';

const words = diskChecks.prerequisites;

/** The checks by their names. */
export const shownChecks = (checks: readonly DiskCheck[]): ShownCheck[] =>
  checks.map(({ id, state, found }) => ({ name: words.name[id], state, found }));

/** What Review shows of a disk's restore, for its record. */
export function reviewedOf(view: ValidatedView, checks: readonly DiskCheck[]): Reviewed {
  return {
    chosen: summaryOf(view).flatMap(({ facts }) =>
      facts.map(([label, value]): [string, string] => [label, value]),
    ),
    warnings: warningsOf(shownChecks(checks)),
    checks: [
      ...checks.map(({ id, state, found, at }) => ({
        name: words.name[id],
        state: words.state[state],
        found,
        at,
      })),
      ...notLookedAtLines(DISK_NOT_LOOKED_AT),
    ],
  };
}
