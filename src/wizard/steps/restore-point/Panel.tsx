import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { recoveryPointsQuery } from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { PickField } from '#src/ui/fields/PickField.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { sayRule } from '#src/wizard/draft/rule-words.ts';
import type { StepProps } from '#src/wizard/draft/step-props.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';

const words = wizard.point;
const [timeHead, ...heads] = words.heads;

const cells: ((point: RecoveryPoint) => string)[] = [
  ({ consistency }) => wizard.consistency[consistency],
  ({ tier }) => wizard.tier[tier],
  ({ time }) => (time === null ? common.notReported : words.lost(durationText(now() - time))),
  ({ vmSize }) => vmSize ?? common.notReported,
];
const columns: Column<RecoveryPoint>[] = heads.map((head, index) => ({
  head,
  cell: cells[index] ?? (() => ''),
}));

/** As of when the machine is restored. */
export function RestorePointPanel({ view, formId, onNext, goTo }: StepProps) {
  const { control, handleSubmit } = useStepForm('restore-point', view);
  const { instance } = view.draft.choices;
  const points = useQuery({
    ...recoveryPointsQuery(resourceId(instance ?? '')),
    enabled: instance !== null,
  });
  if (instance === null) {
    return (
      <EmptyState title={words.needsInstance}>
        <Button onClick={() => goTo('instance')}>{words.goToInstance}</Button>
      </EmptyState>
    );
  }
  return (
    <form id={formId} onSubmit={(event) => void handleSubmit(onNext)(event)} noValidate>
      <Loaded query={points} problemOf={problemOf} what={words.what}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <PickField
              control={control}
              name="point"
              label={words.label}
              errorText={sayRule}
              firstHead={timeHead}
              columns={columns}
              rows={rows}
              valueOf={({ name }) => name}
              nameOf={({ time, name }) => (time === null ? name : dateTimeText(time))}
            />
          )
        }
      </Loaded>
    </form>
  );
}
