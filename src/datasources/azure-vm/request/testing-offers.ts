import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { listDiskAccesses, listDiskEncryptionSets } from '#src/api/compute/disks.ts';
import { listMachineNames } from '#src/api/compute/machines.ts';
import { listRegions, listResourceGroups } from '#src/api/resources/places.ts';
import { listStorageAccounts } from '#src/api/storage/accounts.ts';
import { listVirtualNetworks } from '#src/api/network/networks.ts';
import { sameId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { readOf } from '#src/datasources/azure-vm/request/testing-read.ts';

type Offers =
  | 'groups'
  | 'accounts'
  | 'networks'
  | 'machineNames'
  | 'encryptionSets'
  | 'diskAccesses'
  | 'regions'
  | 'ownRegions';

/** What a subscription offers to restore into, as the wizard would have read it. */
export async function offersThrough(
  arm: ArmPipelines,
  target: string | null,
  { instance }: Pick<Reads, 'instance'>,
): Promise<Pick<Reads, Offers>> {
  const own = known(instance)?.subscriptionId ?? null;
  return {
    groups: await readOf(target, (id) => listResourceGroups(arm, id)),
    accounts: await readOf(target, (id) => listStorageAccounts(arm, id)),
    networks: await readOf(target, (id) => listVirtualNetworks(arm, id)),
    machineNames: await readOf(target, (id) => listMachineNames(arm, id)),
    encryptionSets: await readOf(target, (id) => listDiskEncryptionSets(arm, id)),
    diskAccesses: await readOf(target, (id) => listDiskAccesses(arm, id)),
    regions: await readOf(target, (id) => listRegions(arm, id)),
    ownRegions: await readOf(sameId(own, target) ? null : own, (id) => listRegions(arm, id)),
  };
}
