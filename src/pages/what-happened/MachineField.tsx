import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import { instanceQuery } from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { machinesNamedQuery } from '#src/api/queries/machines-named.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { MachineList } from '#src/pages/what-happened/MachineList.tsx';
import { whatHappened } from '#src/strings/what-happened.ts';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = whatHappened.machine;

/** Machines that are shown at once: who looks for another types more of its name. */
const MOST = 6;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
  search: { display: 'grid', width: '100%', maxWidth: '340px' },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface MachineFieldProps {
  readonly chosen: ResourceId | null;
  readonly onChoose: (address: string) => void;
}

/** Which machine. One that the address names is shown alone until another is wanted. */
export function MachineField({ chosen, onChoose }: MachineFieldProps) {
  const styles = useStyles();
  // Where nothing was chosen at first the list is in view, and stays there: focus is in it.
  const [wasEmpty] = useState(chosen === null);
  const [isSearching, setSearching] = useState(false);
  return (
    <div className={styles.root}>
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
                <span className={styles.note}>{words.more(rows.length)}</span>
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
