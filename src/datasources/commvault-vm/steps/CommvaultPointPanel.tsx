import { useQuery } from '@tanstack/react-query';
import type { CommvaultPoint } from '#src/api/commvault/jobs.ts';
import { commvaultPointsQuery } from '#src/api/commvault/vms.ts';
import { problemOf, readAtOf } from '#src/api/queries/query.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { common } from '#src/strings/common.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { Status } from '#src/ui/Status.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { commvaultPointOf } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { known } from '#src/wizard/read.ts';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import { PointRows } from '#src/wizard/steps/PointRows.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

const words = flow.point;
const [timeHead, levelHead, statusHead] = words.heads;

interface Row extends CommvaultPoint {
  readonly name: string;
}

const columns: readonly Column<Row>[] = [
  { head: levelHead, cell: ({ level }) => level ?? common.absence.notReported },
  { head: statusHead, cell: ({ statusWord }) => statusWord },
];

/** As of when the VM is restored. */
export function CommvaultPointPanel({ view, formId, onNext, goTo }: PanelProps<CommvaultView>) {
  const form = useStepForm('restore-point', view);
  const { instance, point } = view.draft.choices;
  const points = useQuery({
    ...commvaultPointsQuery(resourceId(instance ?? '')),
    enabled: instance !== null,
  });
  if (instance === null) {
    return <NeedsInstance title={flow.instance.needs} {...{ goTo, formId, form, onNext }} />;
  }
  const isGone =
    point !== null &&
    known(view.reads.points) !== undefined &&
    commvaultPointOf({ point }, view.reads) === undefined;
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      {isGone && (
        <p role="alert">
          <Status tone="failed">{words.gone}</Status>
        </p>
      )}
      <p>{words.consistency}</p>
      <Loaded query={points} problemOf={problemOf} what={words.what}>
        {(all) => (
          <PointRows
            view={view}
            control={form.control}
            none={words.none}
            readAt={readAtOf(points)}
            firstHead={timeHead}
            columns={columns}
            rows={all.map((one) => ({ ...one, name: one.id }))}
          />
        )}
      </Loaded>
    </StepForm>
  );
}
