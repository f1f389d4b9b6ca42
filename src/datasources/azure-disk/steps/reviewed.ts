import { checksOf } from '#src/datasources/azure-disk/checks/checks.ts';
import { withValidation } from '#src/datasources/azure-disk/checks/validation.ts';
import { summaryOf } from '#src/datasources/azure-disk/steps/summary.ts';
import type { ValidatedView } from '#src/datasources/azure-disk/use-view.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import type { Reviewed } from '#src/wizard/draft/reviewed.ts';

const words = diskChecks.prerequisites;

/** What Review shows of a disk's restore, for its record. No warning of it has to be read. */
export function reviewedOf(view: ValidatedView): Reviewed {
  const checks = withValidation(checksOf(view.reads, view.draft.choices), view.validation);
  return {
    chosen: summaryOf(view).flatMap(({ facts }) =>
      facts.map(([label, value]): [string, string] => [label, value]),
    ),
    warnings: [],
    checks: checks.map(({ id, state, found, at }) => ({
      name: words.name[id],
      state: words.state[state],
      found,
      at,
    })),
  };
}
