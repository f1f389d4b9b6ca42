import { Button } from '@fluentui/react-components';
import { common } from '#src/strings/common.ts';
import { restoreOptions } from '#src/strings/restore-options.ts';

export interface HeldRestoreProps {
  /** What is restored. */
  readonly label: string;
  /** Why it can’t be now. */
  readonly why: string;
  readonly tabIndex?: 0 | -1;
}

/** Restore in a row of which nothing can be restored now: it says why, and takes the focus. */
export function HeldRestore({ label, why, tabIndex }: HeldRestoreProps) {
  return (
    <Button
      size="small"
      {...(tabIndex !== undefined && { tabIndex })}
      disabledFocusable
      title={why}
      aria-label={restoreOptions.heldBack(label, why)}
    >
      {common.restore}
    </Button>
  );
}
