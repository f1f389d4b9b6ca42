import { Button } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import type { GuardedAction } from '#src/actions/action.ts';
import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import { forgetRecord, onRecords, openStep, recordOf } from '#src/actions/record.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { SoftDeletion } from '#src/model/instances.ts';
import { common } from '#src/strings/common.ts';
import { softDelete as words } from '#src/strings/instances.ts';
import { usePartStyles } from '#src/ui/styles.ts';
import { Section } from '#src/ui/instance.tsx';
import { deletionLeft } from '#src/ui/Status.tsx';
import { useNow } from '#src/ui/hooks.ts';

export interface SoftDeletedProps {
  /** Undeletes it. */
  readonly action: GuardedAction;
  readonly deletion: SoftDeletion | null;
}

/** Days are counted: as often as this it is looked at how many are left. */
const LOOK_EVERY_MS = 60_000;

/**
 * That a backup instance is deleted softly, until when, and the action that undeletes it. What came of that stays in view
 * until it is closed.
 */
export function SoftDeleted({ action, deletion }: SoftDeletedProps) {
  const { inset, column } = usePartStyles();
  const { id } = action;
  const record = useSyncExternalStore(onRecords, () => recordOf(id));
  const [isPlanning, setPlanning] = useState(false);
  const isOver = record !== null && openStep(record) === undefined;
  const close = () => {
    if (isOver) forgetRecord(id);
    setPlanning(false);
  };
  // What was undeleted once and is deleted again can be undeleted again.
  const isStale = isOver && deletion !== null && !isPlanning;
  return (
    <Section title={words.title}>
      <div className={`${inset} ${column}`}>
        {deletion !== null && <Deletion deletion={deletion} />}
        {(isPlanning || record !== null) && !isStale ? (
          <>
            <ActionPanel
              action={action}
              label={words.button}
              reason={null}
              onGivenUp={() => setPlanning(false)}
            />
            {(record === null || isOver) && (
              <div>
                <Button onClick={close}>{isOver ? common.close : words.notNow}</Button>
              </div>
            )}
          </>
        ) : (
          <div>
            <Button
              appearance="primary"
              onClick={() => {
                forgetRecord(id);
                setPlanning(true);
              }}
            >
              {words.start}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

function Deletion({ deletion }: { readonly deletion: SoftDeletion }) {
  const now = useNow(LOOK_EVERY_MS);
  const { deletedAt, purgeAt } = deletion;
  return (
    <p>
      {deletedAt === null ? '' : `${words.since(dateTimeText(deletedAt))} `}
      {purgeAt === null
        ? words.endNotReported
        : words.ends(dateTimeText(purgeAt), deletionLeft(deletion, now))}{' '}
      {words.next} {words.permission}
    </p>
  );
}
