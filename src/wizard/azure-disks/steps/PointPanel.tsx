import { useQuery } from '@tanstack/react-query';
import { diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/data-protection.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { PickField } from '#src/ui/fields/PickField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { blockOf } from '#src/wizard/azure-disks/point-block.ts';
import type { DiskStepProps } from '#src/wizard/azure-disks/step-props.ts';
import { ChosenPoint, momentText } from '#src/wizard/azure-disks/steps/ChosenPoint.tsx';
import { NeedsInstance } from '#src/wizard/azure-disks/steps/NeedsInstance.tsx';
import { useDiskForm } from '#src/wizard/azure-disks/use-disk-form.ts';
import { diskErrorWords } from '#src/wizard/azure-disks/words.ts';

const words = diskFlow.point;
const [timeHead, kindHead, lostHead, expiryHead] = words.heads;

const columnsAt = (at: Instant): readonly Column<DiskRecoveryPoint>[] => [
  { head: kindHead, cell: ({ kind }) => kind ?? common.notReported },
  {
    head: lostHead,
    cell: ({ time }) => (time === null ? common.notReported : words.lost(durationText(at - time))),
  },
  { head: expiryHead, cell: ({ expiresAt }) => momentText(expiresAt) },
];

/** As of when the disk is restored. */
export function PointPanel({ view, formId, onNext, goTo }: DiskStepProps) {
  const form = useDiskForm('restore-point', view);
  const { control } = form;
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
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <PickField
              control={control}
              name="point"
              label={words.label}
              {...diskErrorWords}
              firstHead={timeHead}
              columns={columnsAt(view.reads.at)}
              rows={rows}
              valueOf={({ name }) => name}
              nameOf={({ time, name }) => (time === null ? name : dateTimeText(time))}
              blockedOf={(point) => blockOf(point, view.reads.at)}
            />
          )
        }
      </Loaded>
    </StepForm>
  );
}
