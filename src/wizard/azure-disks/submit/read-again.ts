import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { now } from '#src/lib/clock.ts';
import { diskQueries } from '#src/wizard/azure-disks/queries.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { latestRead, readOnceMore } from '#src/wizard/submit/latest-reads.ts';

/** What may have changed between the validation and Restore, by the names of the reads. */
const MAY_CHANGE = [
  'points',
  'vault',
  'disk',
  'groups',
  'diskNames',
  'snapshots',
  'targetRoles',
  'snapshotRoles',
  'setRoles',
] as const;
type Name = (typeof MAY_CHANGE)[number];

const queriesOf = (choices: DraftChoices, reads: DiskReads) =>
  diskQueries(choices, {
    instance: known(reads.instance),
    vault: known(reads.vault),
    disk: known(reads.disk),
  });

/** Under which keys all is kept that the restore of a disk is judged by. */
export function keysOfDisk(choices: DraftChoices, reads: DiskReads): QueryKey[] {
  return Object.values(queriesOf(choices, reads)).map(({ queryKey }) => queryKey);
}

/**
 * Reads once more what a restore depends on and others may have changed.
 */
export async function readAgain(
  client: QueryClient,
  choices: DraftChoices,
  reads: DiskReads,
): Promise<DiskReads> {
  const queries = queriesOf(choices, reads);
  await readOnceMore(
    client,
    MAY_CHANGE.map((name) => queries[name].queryKey),
  );
  const latest = <Value>(name: Name, before: Read<Value>): Read<Value> =>
    latestRead(client.getQueryData<Value>(queries[name].queryKey), before);
  return {
    ...reads,
    at: now(),
    points: latest('points', reads.points),
    vault: latest('vault', reads.vault),
    disk: latest('disk', reads.disk),
    groups: latest('groups', reads.groups),
    diskNames: latest('diskNames', reads.diskNames),
    snapshots: latest('snapshots', reads.snapshots),
    targetRoles: latest('targetRoles', reads.targetRoles),
    snapshotRoles: latest('snapshotRoles', reads.snapshotRoles),
    setRoles: latest('setRoles', reads.setRoles),
  };
}
