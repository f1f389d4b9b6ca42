import { useQuery } from '@tanstack/react-query';
import { pointsQuery } from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { known } from '#src/wizard/reads/read.ts';
import type { PanelProps } from '#src/wizard/task.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { NeedsInstance } from '#src/wizard/steps/NeedsInstance.tsx';
import { PointRows } from '#src/wizard/steps/PointRows.tsx';
import { goesToSecondary } from '#src/datasources/azure-vm/choices/target-region.ts';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';
import {
  pointColumns,
  pointJudge,
  timeHead,
  withOwnPoints,
} from '#src/datasources/azure-vm/steps/restore-point/points.ts';

const words = wizard.point;
/** As of when the machine is restored. */
export function RestorePointPanel({ view, formId, onNext, goTo }: PanelProps<DraftView>) {
  const form = useStepForm('restore-point', view);
  const { instance } = view.draft.choices;
  const isSecondary = goesToSecondary(view.shown, view.reads);
  const id = resourceId(instance ?? '');
  const points = useQuery({ ...pointsQuery(id, isSecondary), enabled: instance !== null });
  if (instance === null) {
    return <NeedsInstance title={words.needsInstance} {...{ goTo, formId, form, onNext }} />;
  }
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <Loaded query={points} problemOf={problemOf} what={words.what}>
        {(read) => (
          <PointRows
            view={view}
            control={form.control}
            none={words.none}
            firstHead={timeHead}
            columns={pointColumns}
            rows={isSecondary ? withOwnPoints(read, known(view.reads.points)) : read}
            blockedOf={pointJudge(view)}
          />
        )}
      </Loaded>
    </StepForm>
  );
}
