import type { Control } from 'react-hook-form';
import { dateTimeText } from '#src/lib/format.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { instances } from '#src/strings/instances.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { PickField } from '#src/ui/fields/PickField.tsx';
import { known } from '#src/wizard/draft/reads.ts';
import { errorWords } from '#src/wizard/draft/rule-words.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { noPointBlock } from '#src/wizard/steps/instance/no-point.ts';

const words = wizard.instance;
const [nameHead, ...heads] = words.heads;

export interface InstanceRowsProps {
  readonly view: DraftView;
  readonly control: Control<DraftChoices>;
  readonly rows: readonly ProtectedItem[];
}

/** The machines of a list, one to be chosen; the chosen one is named where the list lacks it. */
export function InstanceRows({ view, control, rows }: InstanceRowsProps) {
  const subscriptions = known(view.reads.subscriptions);
  const subscriptionName = (id: string) =>
    subscriptions?.find((one) => sameId(one.id, id))?.name ?? id;
  const chosen = known(view.reads.instance);
  return (
    <>
      {chosen !== undefined && rows.every(({ id }) => !sameId(id, chosen.id)) && (
        <p>{words.chosenElsewhere(chosen.friendlyName, chosen.resourceGroup)}</p>
      )}
      {rows.length > 0 && (
        <PickField
          control={control}
          name="instance"
          label={words.label}
          {...errorWords(view)}
          firstHead={nameHead}
          columns={columns(subscriptionName)}
          rows={rows}
          valueOf={({ id }) => id}
          nameOf={({ friendlyName }) => friendlyName}
          blockedOf={noPointBlock}
        />
      )}
    </>
  );
}

function columns(subscriptionName: (id: string) => string): Column<ProtectedItem>[] {
  const cells: ((item: ProtectedItem) => string)[] = [
    (item) => item.resourceGroup,
    (item) => item.vaultName,
    (item) => subscriptionName(item.subscriptionId),
    ({ lastRecoveryPointAt }) =>
      lastRecoveryPointAt === null ? common.notReported : dateTimeText(lastRecoveryPointAt),
    (item) => instances.health[item.health],
  ];
  return heads.map((head, index) => ({ head, cell: cells[index] ?? (() => '') }));
}
