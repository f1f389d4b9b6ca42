import { type ReactNode, useRef, useSyncExternalStore } from 'react';
import type { ActionPlan, GuardedAction } from '#src/actions/action.ts';
import { ActionConfirm } from '#src/actions/ActionConfirm.tsx';
import { ActionProgress } from '#src/actions/ActionProgress.tsx';
import { forgetRecord, onRecords, recordOf } from '#src/actions/record.ts';
import { confirmAction } from '#src/actions/run.ts';
import { useCarryOut } from '#src/actions/use-carry-out.ts';
import { coverage } from '#src/strings/coverage.ts';
import { actions as words } from '#src/strings/actions.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { type Outcome, OutcomeColumns } from '#src/ui/OutcomeColumns.tsx';

export interface ActionPanelProps {
  readonly action: GuardedAction;
  /** The label of the button that starts it. */
  readonly label: string;
  /** The same as commands. */
  readonly commands?: ReactNode;
  /** Why it can't be started now; null: it can. */
  readonly reason: string | null;
  /** Called before anything is sent. */
  readonly onConfirmed?: () => void;
  /** Called when the person gives it up, to plan anew; left out: it can't be given up. */
  readonly onGivenUp?: () => void;
}

/** An action from its plan over its confirmation to its last result. */
export function ActionPanel(props: ActionPanelProps) {
  const { action, label, commands, reason, onConfirmed, onGivenUp } = props;
  const { column, second } = useCommonStyles();
  const record = useSyncExternalStore(onRecords, () => recordOf(action.id));
  const carrying = useCarryOut(action, record);
  const section = useRef<HTMLElement>(null);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={record?.sentence ?? action.sentence}
      className={column}
    >
      <OutcomeColumns
        sentence={record?.sentence ?? action.sentence}
        outcome={outcomeOf(action.plan)}
        heads={words}
      />
      {record === null && <div className={second}>{coverage.ofAction}</div>}
      {commands}
      {record === null ? (
        <ActionConfirm
          name={action.confirmName}
          label={label}
          reason={reason}
          onConfirmed={() => {
            onConfirmed?.();
            confirmAction(action);
            carrying.start({});
            // The form that had the focus is gone now.
            section.current?.focus();
          }}
        />
      ) : (
        <ActionProgress
          record={record}
          carrying={carrying}
          onGivenUp={
            onGivenUp &&
            (() => {
              forgetRecord(action.id);
              onGivenUp();
            })
          }
        />
      )}
    </section>
  );
}

/** A plan in which an empty column says so. */
function outcomeOf({ created, changed, untouched, lost }: ActionPlan): Outcome {
  const lines = (of: readonly string[]) => (of.length === 0 ? [words.nothing] : of);
  return {
    created: lines(created),
    changed: lines(changed),
    untouched: lines(untouched),
    lost: lines(lost),
  };
}
