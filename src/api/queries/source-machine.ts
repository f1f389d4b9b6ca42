import { queryOptions } from '@tanstack/react-query';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { getProtectedItem, listInstancePage } from '#src/api/recovery-services/items.ts';
import { BY_NAME, EVERYTHING, type ProtectedItem } from '#src/model/instances.ts';
import type { Job } from '#src/model/jobs.ts';
import type { Machine } from '#src/model/machines.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** What tells of which backup instance a job is. */
export type SourceJob = Pick<Job, 'id' | 'itemName'>;

/** The backup instance of a job, which reports the VM's name alone; null where two have that name, or none. */
export async function itemOfJob(
  arm: ArmPipelines,
  { id, itemName }: SourceJob,
): Promise<ProtectedItem | null> {
  const filter = { ...EVERYTHING, search: itemName, vaults: [resourceId(vaultIdOf(id) ?? '')] };
  const wanted = { filter, order: BY_NAME, start: { skip: 0 }, top: 100 };
  const { rows } = await listInstancePage(arm, wanted);
  const named = rows.filter(
    ({ friendlyName }) => friendlyName.toLowerCase() === itemName.toLowerCase(),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The id of that instance. */
export const instanceOfJob = async (job: SourceJob): Promise<ResourceId | null> =>
  (await itemOfJob(session(), job))?.id ?? null;

/** The VM that a job restored, as it is now; null: it is gone, or the job doesn't identify it. */
export async function sourceOf(
  job: SourceJob,
  itemId: ResourceId | null,
  signal?: AbortSignal,
): Promise<Machine | null> {
  const instance = itemId ?? (await instanceOfJob(job));
  if (instance === null) return null;
  const { sourceResourceId } = await getProtectedItem(session(), instance, signal);
  return sourceResourceId === '' ? null : getMachine(session(), sourceResourceId, signal);
}

export const sourceQuery = (job: SourceJob, itemId: ResourceId | null) =>
  queryOptions({
    queryKey: ['source of restored disks', job.id.toLowerCase(), itemId],
    queryFn: ({ signal }) => sourceOf(job, itemId, signal),
  });
