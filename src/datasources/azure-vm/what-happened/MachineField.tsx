import { Button, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { instanceAddress } from '#src/api/arm/address.ts';
import { machinesNamedQuery } from '#src/api/queries/search.ts';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { subscriptionsQuery } from '#src/api/resources/places.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { ChoiceRadio } from '#src/ui/fields/ChoiceRadio.tsx';

const words = whatHappened.machine;

/** Machines that are shown at once: who looks for another types more of its name. */
const MOST = 6;

const useStyles = makeStyles({
  search: { display: 'grid', width: '100%', maxWidth: '340px' },
});

export interface MachineFieldProps {
  readonly chosen: ResourceId | null;
  readonly onChoose: (address: string) => void;
}

/** Which machine. One that the address names is shown alone until another is wanted. */
export function MachineField({ chosen, onChoose }: MachineFieldProps) {
  const shared = useCommonStyles();
  // Where nothing was chosen at first the list is in view, and stays there: focus is in it.
  const [wasEmpty] = useState(chosen === null);
  const [isSearching, setSearching] = useState(false);
  return (
    <div className={shared.column}>
      {chosen !== null && <ChosenMachine id={chosen} />}
      {chosen !== null && !wasEmpty && (
        <Button aria-expanded={isSearching} onClick={() => setSearching(!isSearching)}>
          {words.another}
        </Button>
      )}
      {(wasEmpty || isSearching) && <MachineSearch chosen={chosen} onChoose={onChoose} />}
    </div>
  );
}

/** Machines found by words in their name through Resource Graph, over all vaults. */
function MachineSearch({ chosen, onChoose }: MachineFieldProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const [text, setText] = useState('');
  const found = useQuery(machinesNamedQuery(text, MOST));
  return (
    <>
      <div className={styles.search}>
        <SearchField label={words.search} value={text} onSearch={setText} />
      </div>
      <Loaded query={found} problemOf={problemOf} what={words.what}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState title={words.none(text)} />
          ) : (
            <>
              <MachineList
                machines={rows}
                chosen={chosen}
                onChoose={({ id }) => onChoose(instanceAddress(id))}
              />
              {total > rows.length && (
                <span className={shared.second}>{words.more(rows.length)}</span>
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** The machine of the address, also when the list does not show it. */
function ChosenMachine({ id }: { readonly id: ResourceId }) {
  const machine = useQuery(instanceQuery(id));
  return (
    <Loaded query={machine} problemOf={problemOf} what={words.chosenWhat}>
      {({ friendlyName, resourceGroup, vaultName }) => (
        <KeyFacts
          facts={[[words.chosen, words.chosenIn(friendlyName, resourceGroup, vaultName)]]}
        />
      )}
    </Loaded>
  );
}

interface MachineListProps {
  readonly machines: readonly ProtectedItem[];
  readonly chosen: ResourceId | null;
  readonly onChoose: (machine: ProtectedItem) => void;
}

/** The machines found, one to be chosen; group, subscription and vault tell those of one name apart. */
function MachineList(props: MachineListProps) {
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
