import type { QueryClient } from '@tanstack/react-query';
import { now } from '#src/lib/clock.ts';
import { diskQueries } from '#src/wizard/azure-disks/queries.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/** What may have changed between the validation and Restore, by the names of the reads. */
const MAY_CHANGE = [
  'points',
  'vault',
  'groups',
  'diskNames',
  'snapshots',
  'targetRoles',
  'snapshotRoles',
  'setRoles',
] as const;
type Name = (typeof MAY_CHANGE)[number];

/**
 * Reads once more what a restore hangs on and others may have changed. A read that fails leaves what
 * was read before. What comes back is in view too, so that each step says it.
 */
export async function readAgain(
  client: QueryClient,
  choices: DraftChoices,
  reads: DiskReads,
): Promise<DiskReads> {
  const queries = diskQueries(choices, {
    instance: known(reads.instance),
    vault: known(reads.vault),
    disk: known(reads.disk),
  });
  const read = async (name: Name): Promise<void> => {
    const { queryKey } = queries[name];
    await client.refetchQueries({ queryKey, exact: true, type: 'active' });
  };
  await Promise.all(MAY_CHANGE.map(read));
  const latest = <Value>(name: Name, before: Read<Value>): Read<Value> => {
    const value = client.getQueryData<Value>(queries[name].queryKey);
    return value === undefined ? before : { state: 'known', value };
  };
  return {
    ...reads,
    at: now(),
    points: latest('points', reads.points),
    vault: latest('vault', reads.vault),
    groups: latest('groups', reads.groups),
    diskNames: latest('diskNames', reads.diskNames),
    snapshots: latest('snapshots', reads.snapshots),
    targetRoles: latest('targetRoles', reads.targetRoles),
    snapshotRoles: latest('snapshotRoles', reads.snapshotRoles),
    setRoles: latest('setRoles', reads.setRoles),
  };
}
