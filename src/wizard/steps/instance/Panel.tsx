import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instancePages } from '#src/api/queries/instances.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instance-list.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import { PickField } from '#src/ui/fields/PickField.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { known } from '#src/wizard/draft/reads.ts';
import { sayRule } from '#src/wizard/draft/rule-words.ts';
import type { StepProps } from '#src/wizard/draft/step-props.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';

const words = wizard.instance;
const [nameHead, ...heads] = words.heads;

/** Which protected machine is restored. Azure searches: there may be a hundred thousand. */
export function InstancePanel({ view, formId, onNext }: StepProps) {
  const { control, handleSubmit } = useStepForm('instance', view);
  const [search, setSearch] = useState('');
  const instances = useQuery({
    ...pageQuery(instancePages({ ...EVERYTHING, search }, BY_NAME), 0),
    placeholderData: keepPreviousData,
  });
  const subscriptions = known(view.reads.subscriptions);
  const subscriptionName = (id: string) =>
    subscriptions?.find((one) => sameId(one.id, id))?.name ?? id;
  const chosen = known(view.reads.instance);
  return (
    <form id={formId} onSubmit={(event) => void handleSubmit(onNext)(event)} noValidate>
      <SearchField label={words.search} value={search} onSearch={setSearch} />
      <Loaded query={instances} problemOf={problemOf} what={words.what}>
        {({ rows, total }) => (
          <>
            <p role="status">{words.shown(rows.length, countText(total), search)}</p>
            {chosen !== undefined && rows.every(({ id }) => !sameId(id, chosen.id)) && (
              <p>{words.chosenElsewhere(chosen.friendlyName, chosen.resourceGroup)}</p>
            )}
            {rows.length > 0 && (
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
            )}
          </>
        )}
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
