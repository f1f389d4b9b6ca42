import { useQuery } from '@tanstack/react-query';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { ChoiceRadio } from '#src/ui/fields/ChoiceRadio.tsx';

const words = whatHappened.machine;

export interface MachineListProps {
  readonly machines: readonly ProtectedItem[];
  readonly chosen: ResourceId | null;
  readonly onChoose: (machine: ProtectedItem) => void;
}

/** The machines found, one to be chosen; group, subscription and vault tell those of one name apart. */
export function MachineList(props: MachineListProps) {
  const subscriptions = useQuery(subscriptionsQuery()).data;
  const subscriptionName = (id: string) =>
    subscriptions?.find((one) => sameId(one.id, id))?.name ?? id;
  return (
    <div role="radiogroup" aria-label={words.label}>
      <DataTable
        label={words.label}
        columns={columns(props, subscriptionName)}
        rows={props.machines}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

function columns(
  { chosen, onChoose }: MachineListProps,
  subscriptionName: (id: string) => string,
): Column<ProtectedItem>[] {
  return [
    {
      head: words.heads.name,
      cell: (machine) => <MachineRadio machine={machine} chosen={chosen} onChoose={onChoose} />,
    },
    { head: words.heads.group, cell: ({ resourceGroup }) => resourceGroup },
    {
      head: words.heads.subscription,
      cell: ({ subscriptionId }) => subscriptionName(subscriptionId),
    },
    { head: words.heads.vault, cell: ({ vaultName }) => vaultName },
    {
      head: words.heads.lastPoint,
      isNumber: true,
      cell: ({ lastRecoveryPointAt }) =>
        lastRecoveryPointAt === null ? words.noPoint : dateTimeText(lastRecoveryPointAt),
    },
  ];
}

interface MachineRadioProps extends Pick<MachineListProps, 'chosen' | 'onChoose'> {
  readonly machine: ProtectedItem;
}

function MachineRadio({ machine, chosen, onChoose }: MachineRadioProps) {
  return (
    <ChoiceRadio
      name="machine"
      value={machine.id}
      label={machine.friendlyName}
      checked={sameId(machine.id, chosen)}
      onChange={() => onChoose(machine)}
    />
  );
}
