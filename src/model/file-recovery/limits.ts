/**
 * How much a file recovery is meant for (aftercare §3.3, from Microsoft Learn, "Recover files from Azure
 * virtual machine backup").
 */

/** All that is copied together, GiB. */
export const MEANT_FOR_GIB = 10;

/** From more disks than this on the source machine isn't where the script runs. */
export const MOST_DISKS = 16;

/** What all disks together can hold, GiB: no more than that can be copied. Null: no size is known. */
export function mostToCopyGiB(sizes: readonly number[] | null | undefined): number | null {
  if (sizes === undefined || sizes === null || sizes.length === 0) return null;
  return sizes.reduce((sum, size) => sum + size, 0);
}
