import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { faultCatalogue } from '#src/mocks/faults/catalogue.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { CustomFaultForm } from '#src/mocks/panel/CustomFaultForm.tsx';
import { type FaultRow, faultRows, freeId, joined } from '#src/mocks/panel/fault-rows.ts';
import { FaultSwitch } from '#src/mocks/panel/FaultSwitch.tsx';
import { OpenButton } from '#src/mocks/panel/OpenButton.tsx';
import { Part } from '#src/mocks/panel/Part.tsx';
import { Remark } from '#src/mocks/panel/Remark.tsx';
import { useSlice } from '#src/mocks/panel/source.ts';
import type { WorldSource } from '#src/mocks/panel/watch-world.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } });

interface FaultListProps {
  readonly world: WorldSource;
  readonly onAdd: (fault: Fault) => Promise<void>;
  readonly onRemove: (id: string) => Promise<void>;
}

/** What goes wrong, as switches: those that are on, or all that there are. */
export function FaultList({ world, onAdd, onRemove }: FaultListProps) {
  const styles = useStyles();
  const active = useSlice(world, ({ faults }) => faults);
  const met = useSlice(world, (state) => state.met);
  const [areAllShown, setAreAllShown] = useState(false);
  const all = joined(faultCatalogue, met);
  const rows = faultRows(areAllShown ? all : met, active);
  const on = rows.filter(({ state }) => state === 'on').length;
  const change = async ({ fault, state }: FaultRow): Promise<void> => {
    // One that is used up is still there: it goes before it comes again.
    if (state !== 'off') await onRemove(fault.id);
    if (state !== 'on') await onAdd(fault);
    await world.refresh();
  };
  return (
    <Part
      title={strings.faults}
      action={
        <OpenButton isOpen={areAllShown} onChange={setAreAllShown}>
          {strings.allFaults(all.length)}
        </OpenButton>
      }
    >
      <Remark>{on === 0 ? strings.noFaults : strings.faultsOn(on)}</Remark>
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map((row) => (
            <FaultSwitch key={row.fault.id} row={row} onChange={() => change(row)} />
          ))}
        </ul>
      )}
      {areAllShown && <CustomFaultForm id={freeId(met)} onAdd={(fault) => void onAdd(fault)} />}
    </Part>
  );
}
