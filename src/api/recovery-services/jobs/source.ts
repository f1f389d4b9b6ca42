import { session } from '#src/api/arm/session.ts';
import { vaultJobFrom } from '#src/api/recovery-services/jobs/map.ts';
import { askForJob } from '#src/api/recovery-services/jobs/ops.ts';
import { askForSecondaryJob } from '#src/api/recovery-services/jobs/secondary.ts';
import {
  type Job,
  type JobDetails,
  propertyOf,
  type RestoreKind,
  secondaryJobOf,
} from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';

/** Jobs of Recovery Services vaults: two services answer, one for the secondary regions. */
export const vaultJobs = {
  ask: (id: ResourceId, signal: AbortSignal) => {
    const there = secondaryJobOf(id);
    return there === null
      ? askForJob(session(), id, signal)
      : askForSecondaryJob(session(), there.place, there.jobName, signal);
  },
  jobFrom: vaultJobFrom,
  recent: null,
  running: null,
  targetOf: vaultJobTarget,
};

/**
 * What the property bag of a restore reports of its target (azure-contract §8, table of `Job Type`). A job whose kind
 * isn't reported may be of any.
 */
function vaultJobTarget({ itemName }: Job, details: JobDetails | null): readonly TargetPart[] {
  const valueOf = (name: string): string | null =>
    (details === null ? undefined : propertyOf(details, name)) || null;
  const place = {
    group: valueOf('Target resource group'),
    subscriptionId: valueOf('Target Subscription ID'),
  };
  const source = itemName === '' ? null : itemName;
  const byKind: Readonly<Record<RestoreKind, TargetPart>> = {
    createVm: { kind: 'vm', name: valueOf('Target VM Name'), ...place },
    restoreDisks: { kind: 'disksOf', name: source, ...place },
    // A replacement reports the VM itself, which is known by the item.
    replaceDisks: { kind: 'vm', name: source, ...place, replaces: 'disks' },
  };
  const kind = details?.restoreKind ?? null;
  if (kind !== null) return [byKind[kind]];
  return [
    byKind.createVm,
    { ...byKind.restoreDisks, isGuess: true },
    { ...byKind.replaceDisks, isGuess: true },
  ];
}
