import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { recoveryPointsQuery, secondaryPointsQuery } from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { PickField } from '#src/ui/fields/PickField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { known } from '#src/wizard/draft/reads.ts';
import { errorWords } from '#src/wizard/draft/rule-words.ts';
import { type StepProps, toInstance } from '#src/wizard/draft/step-props.ts';
import { goesToSecondary } from '#src/wizard/draft/target-region.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';
import { pointColumns, timeHead } from '#src/wizard/steps/restore-point/columns.ts';
import { pointJudge, withOwnPoints } from '#src/wizard/steps/restore-point/points.ts';

const words = wizard.point;
/** As of when the machine is restored. */
export function RestorePointPanel({ view, formId, onNext, goTo }: StepProps) {
  const form = useStepForm('restore-point', view);
  const { control } = form;
  const { instance } = view.draft.choices;
  const isSecondary = goesToSecondary(view.shown, view.reads);
  const id = resourceId(instance ?? '');
  const enabled = instance !== null;
  const own = useQuery({ ...recoveryPointsQuery(id), enabled: enabled && !isSecondary });
  const there = useQuery({ ...secondaryPointsQuery(id), enabled: enabled && isSecondary });
  if (instance === null) {
    return (
      <StepForm id={formId} form={form} onNext={onNext} elsewhere={toInstance(goTo)}>
        <EmptyState title={words.needsInstance}>
          <Button onClick={() => goTo('instance')}>{words.goToInstance}</Button>
        </EmptyState>
      </StepForm>
    );
  }
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <Loaded query={isSecondary ? there : own} problemOf={problemOf} what={words.what}>
        {(read) => {
          const rows = isSecondary ? withOwnPoints(read, known(view.reads.points)) : read;
          return rows.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <PickField
              control={control}
              name="point"
              label={words.label}
              {...errorWords(view)}
              firstHead={timeHead}
              columns={pointColumns}
              rows={rows}
              valueOf={({ name }) => name}
              nameOf={({ time, name }) => (time === null ? name : dateTimeText(time))}
              blockedOf={pointJudge(view)}
            />
          );
        }}
      </Loaded>
    </StepForm>
  );
}
