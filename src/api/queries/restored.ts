import { queryOptions, skipToken } from '@tanstack/react-query';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { parseResourceId, resourceGroupId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import { listDisksOfGroup } from '#src/api/compute/disks.ts';
import { listDatedMachinesOfGroup } from '#src/api/compute/machines.ts';
import { listResourceGroups } from '#src/api/resources/places.ts';
import { now } from '#src/lib/clock.ts';
import { isCut } from '#src/lib/list.ts';
import { readEntry, writeEntry } from '#src/lib/storage.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import type { Disk } from '#src/model/machines.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { isMadeIn, type RestoreTarget } from '#src/progress/observe.ts';

/** What a read of the target found; null: not looked for, or unknown. */
export interface RestoredThings {
  readonly group: ResourceId;
  readonly isMachineThere: boolean | null;
  /** Whether the restore made that machine, by when it was created; null: no such machine, or not reported. */
  readonly isMachineOfJob: boolean | null;
  readonly disks: readonly Disk[] | null;
}

/** The subscription of a target, which no job tells. */
interface TargetPlace {
  readonly subscriptionId: string;
  /** False: it is the vault's, for want of a better; what is not found there proves nothing. */
  readonly isCertain: boolean;
}

/**
 * What a restore has left in its target, read from Azure, independent of the job. `chosen`: where it was
 * sent to, null being the vault's own subscription; undefined where it is unknown. Without a target
 * nothing is read.
 */
export const restoredQuery = (
  jobId: ResourceId,
  target: RestoreTarget | null,
  chosen: string | null | undefined,
) => {
  const own = parseResourceId(vaultIdOf(jobId) ?? '')?.subscriptionId ?? '';
  const place = { subscriptionId: chosen ?? own, isCertain: chosen !== undefined };
  return queryOptions({
    queryKey: ['restored', jobId.toLowerCase(), place, target],
    queryFn:
      target === null ? skipToken : ({ signal }) => findRestored(session(), target, place, signal),
  });
};

/**
 * The disks that a restore has left in its target, with where each is and what has it: whether or not there is a
 * machine, since a disk that is attached now can be detached.
 */
export const restoredDisksQuery = (
  jobId: ResourceId,
  target: RestoreTarget | null,
  chosen: string | null | undefined,
) => {
  const own = parseResourceId(vaultIdOf(jobId) ?? '')?.subscriptionId ?? '';
  const group = resourceGroupId(chosen ?? own, target?.resourceGroup ?? '');
  return queryOptions({
    queryKey: ['restored disks', jobId.toLowerCase(), group, target],
    queryFn:
      target === null
        ? skipToken
        : async ({ signal }) => {
            const all = await listDisksOfGroup(session(), group, signal);
            return { group, disks: all.filter((disk) => isOf(target, disk)) };
          },
  });
};

/**
 * Looks for the machine, and where the restore made none for the disks that were restored for it: a machine of
 * its name may be from before or since. By lists alone: a question for a thing that is not there
 * is an error to a browser.
 */
export async function findRestored(
  arm: ArmPipelines,
  target: RestoreTarget,
  { subscriptionId, isCertain }: TargetPlace,
  signal?: AbortSignal,
): Promise<RestoredThings> {
  const { resourceGroup, machine } = target;
  const group = resourceGroupId(subscriptionId, resourceGroup);
  const groups = await listResourceGroups(arm, subscriptionId, signal);
  // A truncated list may lack it: then the group itself is read.
  const hasGroup = isCut(groups) || groups.some(({ name }) => isSame(name, resourceGroup));
  const machines =
    machine === null || !hasGroup ? [] : await listDatedMachinesOfGroup(arm, group, signal);
  const found = machines.find(({ name }) => isSame(name, machine));
  const isMachineOfJob = found === undefined ? null : isMadeIn(target, found.createdAt);
  if (isMachineOfJob === true) return { group, isMachineThere: true, isMachineOfJob, disks: null };
  const all = hasGroup ? await listDisksOfGroup(arm, group, signal) : [];
  const disks = all.filter((disk) => isOf(target, disk));
  return {
    group,
    isMachineThere:
      found !== undefined ? true : machine !== null && isCertain && !isCut(machines) ? false : null,
    isMachineOfJob,
    disks: disks.length > 0 || (isCertain && !isCut(all)) ? disks : null,
  };
}

const isSame = (name: string, other: string | null): boolean =>
  name.toLowerCase() === other?.toLowerCase();

/** Disks do not name their job: told by the machine's name, and by when they were made. */
const isOf = (target: RestoreTarget, { name, createdAt }: Disk): boolean =>
  name.toLowerCase().startsWith(`${target.source.toLowerCase()}-`) &&
  isMadeIn(target, createdAt) !== false;

/**
 * When this browser first read from the target what a restore has created; null: it hasn't. `isVerified`: the
 * latest read found it. The moment is kept: a later read proves nothing about how long the recovery took.
 */
export const firstVerifiedQuery = (jobId: ResourceId, isVerified: boolean) =>
  queryOptions({
    queryKey: ['first verified', jobId.toLowerCase(), isVerified],
    queryFn: (): Instant | null => {
      const name = `verified.${jobId.toLowerCase()}`;
      const entry = readEntry(name);
      const stored = entry.ok && entry.value !== null ? entry.value : '';
      // What is not as this version writes it counts as none.
      if (/^\d{10,14}$/.test(stored)) return instant(Number(stored));
      if (!isVerified) return null;
      const at = now();
      writeEntry(name, String(at));
      return at;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
