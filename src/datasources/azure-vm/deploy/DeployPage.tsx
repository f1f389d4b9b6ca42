import { useSyncExternalStore, useState } from 'react';
import { attempts, onAttempts } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { DeployForm } from '#src/datasources/azure-vm/deploy/DeployForm.tsx';
import { DeploymentView } from '#src/datasources/azure-vm/deploy/DeploymentView.tsx';
import { templateOf } from '#src/datasources/azure-vm/deploy/template-of.ts';
import type { JobTaskProps } from '#src/datasources/job.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

/** Deploys the template that a completed restore of disks has left (document 000, Use templates). */
export function DeployPage({ id, job }: JobTaskProps) {
  const { column } = useCommonStyles();
  const left = templateOf(job);
  const all = useSyncExternalStore(onAttempts, () => attempts(id));
  const latest = all.at(-1);
  const [again, setAgain] = useState<number | null>(null);
  if (left === null) {
    return <EmptyState title={deploy.none}>{deploy.noneBody}</EmptyState>;
  }
  // What was refused has started nothing: the form goes on with all that was typed.
  const isPlanning = latest === undefined || latest.state === 'refused' || again === all.length;
  return (
    <div className={column}>
      {isPlanning && <DeployForm id={id} job={job} left={left} />}
      {all
        .map((attempt, index) => ({ attempt, number: index + 1 }))
        .filter(({ attempt }) => attempt.state !== 'refused')
        .toReversed()
        .map(({ attempt, number }) => (
          <DeploymentView
            key={attempt.id}
            id={resourceId(attempt.id)}
            number={number}
            onAgain={() => setAgain(all.length)}
          />
        ))}
    </div>
  );
}
