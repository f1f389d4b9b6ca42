import { makeStyles, tokens } from '@fluentui/react-components';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobTasks } from '#src/strings/job-tasks.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface AfterDisksProps {
  readonly id: string;
  /** Whether the job has left a template. */
  readonly hasTemplate: boolean;
  /** Whether its disks are there. */
  readonly hasDisks: boolean;
}

/** The ways from restored disks to a VM. */
export function AfterDisks({ id, hasTemplate, hasDisks }: AfterDisksProps) {
  const styles = useStyles();
  if (!hasTemplate && !hasDisks) return null;
  const to = '/jobs/$jobId/$task';
  const jobId = jobAddress(id);
  return (
    <div className={styles.root}>
      {hasTemplate && (
        <RouterButton to={to} params={{ jobId, task: 'deploy-template' }}>
          {jobTasks.deployTemplate}
        </RouterButton>
      )}
      {hasDisks && (
        <RouterButton to={to} params={{ jobId, task: 'use-disks' }}>
          {jobTasks.restoredDisks}
        </RouterButton>
      )}
    </div>
  );
}
