import { useQuery } from '@tanstack/react-query';
import { diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf, readAtOf } from '#src/api/queries/query.ts';
import {
  chosenDiskPoint,
  isPointGone,
  reportedMoment,
} from '#src/datasources/azure-disk/fields.ts';
import type { DiskView } from '#src/datasources/azure-disk/model.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import { isExpired } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { Status } from '#src/ui/Status.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import type { Blocked } from '#src/ui/fields/option.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { PointRows } from '#src/wizard/steps/PointRows.tsx';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

const words = diskFlow.point;
const [timeHead, kindHead, expiryHead] = words.heads;

const columns: readonly Column<DiskRecoveryPoint>[] = [
  { head: kindHead, cell: ({ kind }) => kind ?? common.absence.notReported },
  { head: expiryHead, cell: ({ expiresAt }) => reportedMoment(expiresAt) },
];

/** As of when the disk is restored. */
export function DiskPointPanel({ view, formId, onNext, goTo }: PanelProps<DiskView>) {
  const form = useStepForm('restore-point', view);
  const { instance } = view.draft.choices;
  const points = useQuery({
    ...diskPointsQuery(resourceId(instance ?? '')),
    enabled: instance !== null,
  });
  if (instance === null)
    return <NeedsInstance title={words.needsInstance} goTo={goTo} {...{ formId, form, onNext }} />;
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <ChosenPoint view={view} />
      <Loaded query={points} problemOf={problemOf} what={words.what}>
        {(rows) => (
          <PointRows
            view={view}
            control={form.control}
            none={words.none}
            readAt={readAtOf(points)}
            firstHead={timeHead}
            columns={columns}
            rows={rows}
            blockedOf={(point) => blockOf(point, view.reads.at)}
          />
        )}
      </Loaded>
    </StepForm>
  );
}

/** The chosen point in words, or that it is there no more. */
function ChosenPoint({ view: { reads, draft } }: { readonly view: DiskView }) {
  const point = chosenDiskPoint(reads, draft.choices);
  if (isPointGone(reads, draft.choices)) {
    return (
      <p role="alert">
        <Status tone="failed">{words.gone}</Status>
      </p>
    );
  }
  if (point === undefined) return null;
  return (
    <p role="status">{words.chosen(reportedMoment(point.time), reportedMoment(point.expiresAt))}</p>
  );
}

/** Why a point cannot be restored, by what Azure reports of it. */
function blockOf(point: DiskRecoveryPoint, at: Instant): Blocked | undefined {
  if (isExpired(point, at)) {
    const { short, rule, fact, source } = words.expired;
    return blocked(short, rule, source, fact(reportedMoment(point.expiresAt)));
  }
  const { short, rule, source } = words.incomplete;
  return point.isComplete === false ? blocked(short, rule, source) : undefined;
}

function blocked(short: string, rule: string, source: string, fact?: string): Blocked {
  const facts = fact === undefined ? [] : [{ text: fact, from: null, way: null }];
  return {
    short,
    explain: () => ({ reasons: [{ id: null, rule, facts, sources: [source] }], instead: null }),
  };
}
