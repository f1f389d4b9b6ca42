import { useQuery } from '@tanstack/react-query';
import { instancesQuery } from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { PickField } from '#src/ui/fields/PickField.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { known } from '#src/wizard/draft/reads.ts';
import { sayRule } from '#src/wizard/draft/rule-words.ts';
import type { StepProps } from '#src/wizard/draft/step-props.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';

const words = wizard.instance;
const [nameHead, ...heads] = words.heads;

/** Which protected machine is restored. */
export function InstancePanel({ view, formId, onNext }: StepProps) {
  const { control, handleSubmit } = useStepForm('instance', view);
  const instances = useQuery(instancesQuery());
  const subscriptions = known(view.reads.subscriptions);
  const subscriptionName = (id: string) =>
    subscriptions?.find((one) => sameId(one.id, id))?.name ?? id;
  return (
    <form id={formId} onSubmit={(event) => void handleSubmit(onNext)(event)} noValidate>
      <Loaded query={instances} problemOf={problemOf} what={words.what}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <PickField
              control={control}
              name="instance"
              label={words.label}
              errorText={sayRule}
              firstHead={nameHead}
              columns={columns(subscriptionName)}
              rows={rows}
              valueOf={({ id }) => id}
              nameOf={({ friendlyName }) => friendlyName}
              blockedBecause={(row) =>
                row.lastRecoveryPointAt === null ? words.noPoint : undefined
              }
            />
          )
        }
      </Loaded>
    </form>
  );
}

function columns(subscriptionName: (id: string) => string): Column<ProtectedItem>[] {
  const cells: ((item: ProtectedItem) => string)[] = [
    (item) => item.resourceGroup,
    (item) => item.vaultName,
    (item) => subscriptionName(item.subscriptionId),
    ({ lastRecoveryPointAt }) =>
      lastRecoveryPointAt === null ? common.notReported : dateTimeText(lastRecoveryPointAt),
    (item) => wizard.health[item.health],
  ];
  return heads.map((head, index) => ({ head, cell: cells[index] ?? (() => '') }));
}
