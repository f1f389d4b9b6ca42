import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import { type ShutDown, shutDownAction } from '#src/datasources/azure-vm/steps/PowerState.tsx';

export interface ShutDownPanelProps {
  readonly wanted: ShutDown;
  /** Called whenever the machine was read as shut down. */
  readonly onDone: () => void;
  readonly onGivenUp: () => void;
}

/** Shuts a machine down, from the plan to its result. */
export function ShutDownPanel({ wanted, onDone, onGivenUp }: ShutDownPanelProps) {
  const action = shutDownAction(wanted, onDone);
  return (
    <ActionPanel action={action} label={action.sentence} reason={null} onGivenUp={onGivenUp} />
  );
}
