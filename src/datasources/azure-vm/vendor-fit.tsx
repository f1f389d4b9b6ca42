import { useQuery } from '@tanstack/react-query';
import { jobPages } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { newDraft, withChoices } from '#src/datasources/azure-vm/choices.ts';
import { RESTORE_KINDS } from '#src/datasources/azure-vm/field.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { isBeingRead } from '#src/datasources/azure-vm/options.ts';
import { isGone } from '#src/datasources/azure-vm/plan.tsx';
import { useOptionReads } from '#src/datasources/azure-vm/reader.ts';
import type { FitPart, WithFitProps } from '#src/datasources/datasource.ts';
import { ALL_JOBS, type JobFilter, NEWEST_FIRST } from '#src/model/jobs.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { vendorFit as words } from '#src/strings/vendor-fit.ts';
import { productLabels } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { judgedCells, newestCell } from '#src/wizard/explain/findings.ts';
import { viewOf } from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/read.ts';

const ORIGINALS = 'replace.originals-kept';

/** The draft of a restore of a VM; nothing is stored. */
function draftOf(instance: ResourceId, option: (typeof RESTORE_KINDS)[number], point: string) {
  const draft = newDraft('fit', 0, { datasource: 'azure-vm', instance, point });
  const group = option === 'replaceDisks' ? 'replaceExisting' : 'createNew';
  return withChoices(draft, { group, option }, 0);
}

/** What a restore by Azure Backup would be, by the wizard's own reads and rules. */
function WithFit({ instance, children }: WithFitProps) {
  const reads = useOptionReads(instance, false);
  const past = useQuery(pageQuery(jobPages(pastOf(instance), NEWEST_FIRST), 0));
  const newest = known(reads.points)?.reduce<RecoveryPoint | undefined>(newer, undefined);
  const isReading = isBeingRead(reads) || reads.points.state === 'loading';
  const judged = isReading
    ? null
    : judgedCells(
        RESTORE_KINDS.map((kind) => ({
          name: wizard.configuration[kind],
          view: viewOf(vmModel, draftOf(instance, kind, newest?.name ?? ''), reads),
        })),
        { destroys: ORIGINALS, limits: [] },
      );
  const { createVm, restoreDisks, replaceDisks } = wizard.configuration;
  return children({
    service: productLabels['azure-backup'],
    name: known(reads.instance)?.friendlyName ?? null,
    newest: newestCell(reads.points, newest?.time ?? null),
    cannot: judged?.cannot ?? null,
    needs: judged?.needs ?? null,
    destroys: [
      { text: words.nothing, options: [createVm, restoreDisks] },
      // Of a VM that is gone nothing can be replaced, as its limits say.
      ...(isGone({ reads })
        ? []
        : [{ text: words.detaches, rule: ORIGINALS, options: [replaceDisks] }]),
    ],
    tookMs:
      past.data?.rows.flatMap(({ durationMs }) => durationMs ?? []) ??
      (past.error === null ? null : undefined),
  });
}

const pastOf = (instance: ResourceId): JobFilter => ({
  ...ALL_JOBS,
  instance,
  operations: ['Restore'],
  statuses: ['completed'],
});

const newer = (one: RecoveryPoint | undefined, other: RecoveryPoint): RecoveryPoint =>
  (one?.time ?? 0) >= (other.time ?? 0) && one !== undefined ? one : other;

/** Azure Backup's side of the comparison. */
export const vmFit: FitPart = { WithFit };
