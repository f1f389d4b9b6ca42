import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { attempts, onAttempts } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { DeployForm } from '#src/datasources/azure-vm/deploy/DeployForm.tsx';
import { DeploymentView } from '#src/datasources/azure-vm/deploy/DeploymentView.tsx';
import { formOf, onForms } from '#src/datasources/azure-vm/deploy/form-store.ts';
import { templateOf } from '#src/datasources/azure-vm/deploy/template-of.ts';
import { useDeploy } from '#src/datasources/azure-vm/deploy/use-deploy.ts';
import type { JobTaskProps } from '#src/datasources/job.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

const useStyles = makeStyles({
  root: {
    // As wide as its place.
    '& > form, & > section': { width: '100%' },
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
});

/** Deploys the template that a completed restore of disks has left (document 000, Use templates). */
export function DeployPage({ id, job }: JobTaskProps) {
  const styles = useStyles();
  const { column } = useCommonStyles();
  const left = templateOf(job);
  const all = useSyncExternalStore(onAttempts, () => attempts(id));
  const values = useSyncExternalStore(onForms, () => formOf(id));
  const deploying = useDeploy(id);
  // How many attempts there were when a new one was planned.
  const [again, setAgain] = useState<number | null>(null);
  if (left === null) {
    return <EmptyState title={deploy.none}>{deploy.noneBody}</EmptyState>;
  }
  const { isStarting, hasStarted } = deploying;
  const latest = all.at(-1);
  // What was refused has started nothing: the form goes on with all that was typed.
  const isPlanning =
    isStarting || latest === undefined || latest.state === 'refused' || again === all.length;
  const shown = all.filter((one) => one.state !== 'refused' && !(isStarting && one === latest));
  return (
    <div className={mergeClasses(column, styles.root)}>
      {isPlanning && (
        <DeployForm
          {...{ id, left, values, deploying }}
          takesFocus={again !== null && again === all.length}
        />
      )}
      {shown.toReversed().map((attempt) => (
        <DeploymentView
          key={attempt.id}
          jobId={id}
          attempt={attempt}
          takesFocus={hasStarted && attempt === latest}
          onAgain={isPlanning ? null : () => setAgain(all.length)}
        />
      ))}
    </div>
  );
}
