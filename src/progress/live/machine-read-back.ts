import { useQueries, useQuery } from '@tanstack/react-query';
import { diskReadBack, machineReadBack, nicReadBack } from '#src/api/queries/read-back.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { Disk, Machine } from '#src/model/machines.ts';
import { hasAddresses, type NetworkInterface } from '#src/model/network.ts';
import type { PartRead, ReadPart } from '#src/model/read-back.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { isMadeIn } from '#src/progress/observe.ts';

/** How far one such read is. */
interface OneRead<Thing> {
  readonly data: { readonly thing: Thing | null; readonly at: Instant } | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
}

/** What that says of the thing. `isOfJob`: by what is known of it. Pure. */
export function readOf<Thing>(
  { data, error, isFetching }: OneRead<Thing>,
  isOfJob: (thing: Thing) => boolean | null,
): PartRead {
  if (isFetching) return { is: 'onItsWay' };
  if (error !== null) return { is: 'notRead', why: problemOf(error).message };
  if (data === undefined) return { is: 'notRead', why: null };
  const { thing, at } = data;
  return thing === null ? { is: 'notFound', at } : { is: 'there', at, isOfJob: isOfJob(thing) };
}

type JobTimes = Pick<JobDetails, 'startedAt' | 'endedAt'> & { readonly id: string };

/** Whether a disk was made while a job ran; null: not reported. */
export const isDiskOf = (
  { startedAt: from, endedAt: to }: Pick<JobDetails, 'startedAt' | 'endedAt'>,
  { createdAt }: Pick<Disk, 'createdAt'>,
): boolean | null => isMadeIn({ from, to }, createdAt);

const groupOf = (id: string): string | null => parseResourceId(id)?.resourceGroup ?? null;

const firstAddress = ({ addresses }: NetworkInterface): string | null =>
  addresses[0]?.address ?? null;

/** What is read back of a VM and of each of its NICs and disks. Null: it isn't known which, or isn't to be read. */
export function useMachineParts(
  job: JobTimes,
  machineId: ResourceId | null,
  isTarget: boolean,
): readonly ReadPart[] | null {
  const machine = useQuery(machineReadBack(job.id, machineId));
  const { thing = null } = machine.data ?? {};
  const nicIds = thing?.nicIds ?? [];
  const diskIds = (thing?.disks ?? []).flatMap(({ managedDiskId }) => managedDiskId ?? []);
  const nics = useQueries({ queries: nicIds.map((id) => nicReadBack(job.id, id)) });
  const disks = useQueries({ queries: diskIds.map((id) => diskReadBack(job.id, id)) });
  if (machineId === null) return null;
  const target = isTarget ? { isTarget } : {};
  const place = groupOf(machineId);
  const vm: ReadPart = {
    id: machineId,
    kind: 'vm',
    name: nameOf(machineId),
    place,
    read: readOf(machine, () => (isTarget ? null : true)),
    readIt: () => void machine.refetch(),
    ...target,
    ...(thing !== null && { power: powerOf(thing), size: thing.size }),
  };
  return [
    vm,
    ...nics.map(({ data, error, isFetching, refetch }, index): ReadPart => {
      const id = nicIds[index] ?? machineId;
      const nic = data?.thing ?? null;
      return {
        id,
        kind: 'nic',
        name: nameOf(id),
        place: groupOf(id),
        // No NIC says when it was created: it is the job's as its VM is.
        read: readOf({ data, error, isFetching }, () => (isTarget ? null : true)),
        readIt: () => void refetch(),
        ...target,
        ...(nic !== null &&
          hasAddresses(nic) && { address: firstAddress(nic), isStatic: nic.hasStaticAddress }),
      };
    }),
    ...disks.map(({ data, error, isFetching, refetch }, index): ReadPart => {
      const id = diskIds[index] ?? machineId;
      const own = thing?.disks.find(({ managedDiskId }) => managedDiskId === id);
      const disk = data?.thing ?? null;
      return {
        id,
        kind: 'disk',
        name: nameOf(id),
        place: groupOf(id),
        read: readOf({ data, error, isFetching }, (one) => isDiskOf(job, one)),
        readIt: () => void refetch(),
        lun: own?.lun ?? null,
        ...target,
        ...(disk !== null && { sizeGiB: disk.sizeGiB }),
      };
    }),
  ];
}

const powerOf = ({ isRunning }: Pick<Machine, 'isRunning'>): ReadPart['power'] =>
  isRunning === null ? null : isRunning ? 'running' : 'stopped';
