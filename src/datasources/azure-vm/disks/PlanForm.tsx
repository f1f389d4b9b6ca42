import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type FailedRead, problemOf } from '#src/api/queries/query.ts';
import { useDiskStyles } from '#src/datasources/azure-vm/disks/styles.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';

export interface PlanFormProps {
  readonly onSubmit: () => Promise<void>;
  /** What of it could not be read; null: all was. */
  readonly failed: FailedRead | null;
  /** What could not be read. */
  readonly what: string;
  /** What is being read, or why nothing can be planned; empty: nothing of that. */
  readonly status: string;
  readonly canPlan?: boolean;
  readonly children: ReactNode;
}

/** The fields of an order, what stands in its way, and the button that shows its plan. */
export function PlanForm(props: PlanFormProps) {
  const styles = useDiskStyles();
  const { onSubmit, failed, what, status, canPlan = true, children } = props;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canPlan) void onSubmit();
      }}
    >
      {children}
      {failed !== null && (
        <ProblemState
          problem={problemOf(failed.error)}
          what={what}
          onRetry={() => void failed.refetch()}
        />
      )}
      <span role="status">{status}</span>
      <Button
        className={styles.submit}
        type="submit"
        appearance="primary"
        disabledFocusable={!canPlan}
      >
        {words.plan}
      </Button>
    </form>
  );
}
