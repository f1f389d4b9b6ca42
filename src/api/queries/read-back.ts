import { queryOptions, skipToken } from '@tanstack/react-query';
import { unlessMissing } from '#src/api/arm/error.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { findDisk } from '#src/api/compute/disks.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { getNetworkInterface } from '#src/api/network.ts';
import { now } from '#src/lib/clock.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * What a job has made, read once when the page of one that has ended opens, and then only when a person asks: nothing
 * of it goes on by itself. Null in place of a thing: it isn't there.
 */
const readOnce =
  <Thing>(
    kind: string,
    read: (arm: ArmPipelines, id: ResourceId, signal: AbortSignal) => Promise<Thing>,
  ) =>
  (jobId: string, id: ResourceId | null) =>
    queryOptions({
      queryKey: ['read back', kind, jobId.toLowerCase(), id?.toLowerCase() ?? null],
      queryFn:
        id === null
          ? skipToken
          : async ({ signal }) => ({ thing: await read(session(), id, signal), at: now() }),
      staleTime: Number.POSITIVE_INFINITY,
    });

/** A VM with its power state. */
export const machineReadBack = readOnce('machine', getMachine);

/** A NIC with its addresses. */
export const nicReadBack = readOnce('nic', (arm, id, signal) =>
  unlessMissing(getNetworkInterface(arm, id, signal)),
);

/** A disk with its size, and with when it was created. */
export const diskReadBack = readOnce('disk', findDisk);
