import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ConnectionNote } from '#src/datasources/commvault-vm/connection/ConnectionNote.tsx';
import { commvaultInstance } from '#src/strings/commvault/instance.ts';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';
import { Notice } from '#src/ui/Notice.tsx';

const useStyles = makeStyles({ root: { ':not(:empty)': { paddingTop: tokens.spacingVerticalM } } });

export interface VmNotesProps {
  /** Null: the address is of no CommServe. */
  readonly host: string | null;
  /** Why the VM can't be restored; null: nothing speaks against it. */
  readonly blocked: string | null;
}

/** That there is no token, and that the VM can't be restored. */
export function VmNotes({ host, blocked }: VmNotesProps) {
  const part = usePartStyles();
  const styles = useStyles();
  return (
    <div className={mergeClasses(part.inset, styles.root)}>
      {host !== null && <ConnectionNote host={host} />}
      {blocked !== null && (
        <Notice intent="warning" title={commvaultInstance.blocked.title}>
          {blocked}
        </Notice>
      )}
    </div>
  );
}
