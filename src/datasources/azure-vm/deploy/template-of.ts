import { blobPlace } from '#src/api/storage/blobs.ts';
import type { BlobPlace } from '#src/model/blob.ts';
import { type JobDetails, propertyOf } from '#src/model/jobs.ts';
import { sameId } from '#src/model/resource-id.ts';

/** The template that a job has left in its staging storage account. */
export interface LeftTemplate {
  readonly address: string;
  readonly place: BlobPlace;
  /** The address of `vmconfig.json`; null: the job names none. */
  readonly config: string | null;
  /** The resource group that the disks were restored to; null: the job names none. */
  readonly groupName: string | null;
}

/**
 * Only a completed restore of disks leaves one, and the job says where (document 000, Use templates). A
 * token for Storage goes to that account, so an address in another one than the job names is none.
 */
export function templateOf(job: JobDetails): LeftTemplate | null {
  const address = propertyOf(job, 'Template Blob Uri')?.trim() ?? '';
  const place = blobPlace(address);
  if (place === null) return null;
  const account = propertyOf(job, 'Target Storage Account Name')?.trim() ?? '';
  if (account !== '' && !sameId(account, place.account)) return null;
  const group = propertyOf(job, 'Target resource group')?.trim() ?? '';
  return {
    address,
    place,
    config: propertyOf(job, 'Config Blob Uri')?.trim() ?? null,
    groupName: group === '' ? null : group,
  };
}
