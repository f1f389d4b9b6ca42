/** The api-versions of Microsoft.Compute, by type (azure-contract §14): its types move apart. */

/** Virtual machines, and what a region has for them. */
export const MACHINE_API_VERSION = '2024-03-01';

/** Disks, snapshots, disk accesses and disk encryption sets. */
export const DISK_API_VERSION = '2023-10-02';

/** The list of sizes with their zones and restrictions. */
export const SIZE_API_VERSION = '2021-07-01';

/**
 * Classic virtual machines: a provider of its own, Microsoft.ClassicCompute, which knows none of the
 * versions above. The contract names none for it; this is the last stable one generally known (G).
 */
export const CLASSIC_MACHINE_API_VERSION = '2017-04-01';
