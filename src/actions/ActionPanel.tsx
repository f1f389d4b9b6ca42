import { type ReactNode, useSyncExternalStore } from 'react';
import type { GuardedAction } from '#src/actions/action.ts';
import { ActionConfirm } from '#src/actions/ActionConfirm.tsx';
import { ActionProgress } from '#src/actions/ActionProgress.tsx';
import { PlanColumns } from '#src/actions/PlanColumns.tsx';
import { onRecords, recordOf } from '#src/actions/record.ts';
import { confirmAction } from '#src/actions/run.ts';
import { useCarryOut } from '#src/actions/use-carry-out.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';

export interface ActionPanelProps {
  readonly action: GuardedAction;
  /** The label of the button that starts it. */
  readonly label: string;
  /** The same as commands. */
  readonly commands?: ReactNode;
  /** Why it can't be started now; null: it can. */
  readonly reason: string | null;
  /** What follows once all is done. */
  readonly afterwards?: ReactNode;
}

/** An action from its plan over its confirmation to its last result. */
export function ActionPanel({ action, label, commands, reason, afterwards }: ActionPanelProps) {
  const { column } = useCommonStyles();
  const record = useSyncExternalStore(onRecords, () => recordOf(action.id));
  const carrying = useCarryOut(action, record);
  return (
    <section aria-label={record?.sentence ?? action.sentence} className={column}>
      <PlanColumns sentence={record?.sentence ?? action.sentence} plan={action.plan} />
      {commands}
      {record === null ? (
        <ActionConfirm
          name={action.confirmName}
          label={label}
          reason={reason}
          onConfirmed={() => {
            confirmAction(action);
            carrying.start({});
          }}
        />
      ) : (
        <ActionProgress actionId={action.id} record={record} carrying={carrying}>
          {afterwards}
        </ActionProgress>
      )}
    </section>
  );
}
