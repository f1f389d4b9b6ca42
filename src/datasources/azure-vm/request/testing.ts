import { armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { grantsOf, listPermissions } from '#src/api/authorization.ts';
import { getDisk, listDiskAccesses, listDiskEncryptionSets } from '#src/api/compute/disks.ts';
import { getMachine, listMachineNames } from '#src/api/compute/machines.ts';
import { listMachineSizes } from '#src/api/compute/sizes.ts';
import {
  getLoadBalancer,
  getNetworkInterface,
  getNetworkSubnet,
  getPublicAddress,
  listVirtualNetworks,
} from '#src/api/network.ts';
import { getProtectedItem } from '#src/api/recovery-services/items.ts';
import { listRecoveryPoints, listSecondaryPoints } from '#src/api/recovery-services/points.ts';
import { getVault, getVaultEncryption } from '#src/api/recovery-services/vaults.ts';
import { listRegions, listResourceGroups, listSubscriptions } from '#src/api/resources/places.ts';
import { listStorageAccounts } from '#src/api/storage-accounts.ts';
import { vmPlan, vmPlanText } from '#src/datasources/azure-vm/commands/plan.ts';
import { nextStepsOf } from '#src/datasources/azure-vm/consequences.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmTargetSubscription } from '#src/datasources/azure-vm/model.ts';
import {
  networkIds,
  type NetworkReads,
  NOTHING_READ,
  type Reads,
} from '#src/datasources/azure-vm/reads.ts';
import { plannedRestore, type PressedVmRestore } from '#src/datasources/azure-vm/request.ts';
import { grantScopes, targetScope } from '#src/datasources/azure-vm/target-reads.ts';
import { goesToSecondary, targetRegion } from '#src/datasources/azure-vm/target.ts';
import { exampleView } from '#src/datasources/azure-vm/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { Machine } from '#src/model/machines.ts';
import { type ResourceId, resourceId, sameId } from '#src/model/resource-id.ts';
import { known, type Read } from '#src/wizard/read.ts';

/** What the wizard would have read for these choices, through the client itself. */
export async function readsThrough(arm: ArmPipelines, choices: VmChoices): Promise<Reads> {
  const source = await sourceThrough(arm, choices);
  const target = vmTargetSubscription(choices, source) || null;
  const offered = { ...source, ...(await offersThrough(arm, target, source)) };
  return { ...offered, ...(await placeThrough(arm, target, choices, offered)) };
}

/** The same of what is restored alone: `instance` and `regionView` decide it. */
export async function sourceThrough(arm: ArmPipelines, choices: VmChoices): Promise<Reads> {
  const itemId = choices.instance === null ? null : resourceId(choices.instance);
  const item = await readOf(itemId, (id) => getProtectedItem(arm, id));
  const { vaultId, sourceResourceId } = known(item) ?? {};
  const machine = await readOf(sourceResourceId, (id) => getMachine(arm, id));
  const diskIds = (known(machine)?.disks ?? []).flatMap(({ managedDiskId }) => managedDiskId ?? []);
  const vault = await readOf(vaultId, (id) => getVault(arm, id));
  const hasSecondary = known(vault)?.crossRegionRestore === true;
  return {
    ...NOTHING_READ,
    ...(await networkThrough(arm, known(machine))),
    at: instant(0),
    vaultPermissions: await readOf(hasSecondary ? vaultId : null, (id) => listPermissions(arm, id)),
    instance: item,
    vault,
    points: await readOf(itemId, (id) => listRecoveryPoints(arm, id)),
    secondaryPoints: await readOf(goesToSecondary(choices, { vault }) ? itemId : null, (id) =>
      listSecondaryPoints(arm, id),
    ),
    machine,
    disks: await Promise.all(diskIds.map((id: ResourceId) => readOf(id, () => getDisk(arm, id)))),
    subscriptions: await readOf('all', () => listSubscriptions(arm)),
    vaultEncryption: await readOf(vaultId, (id) => getVaultEncryption(arm, id)),
  };
}

type Getting<Value> = (arm: ArmPipelines, id: ResourceId) => Promise<Value>;

/** What the wizard would have read of a machine's network, through the client itself. */
async function networkThrough(
  arm: ArmPipelines,
  machine: Machine | null | undefined,
): Promise<NetworkReads> {
  const each = <Value>(ids: readonly ResourceId[], get: Getting<Value>): Promise<Read<Value>[]> =>
    Promise.all(ids.map((id) => readOf(id, () => get(arm, id))));
  const interfaces = await each(machine?.nicIds ?? [], getNetworkInterface);
  const ids = networkIds(interfaces);
  return {
    interfaces,
    subnets: await each(ids.subnets, getNetworkSubnet),
    publicAddresses: await each(ids.publicAddresses, getPublicAddress),
    balancers: await each(ids.balancers, getLoadBalancer),
  };
}

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

/** What depends on the target and type of a restore: permissions there, and VM sizes. */
export async function placeThrough(
  arm: ArmPipelines,
  target: string | null,
  choices: VmChoices,
  source: Pick<Reads, 'instance' | 'vault' | 'regions' | 'groups' | 'made'>,
): Promise<Pick<Reads, 'permissions' | 'sizes' | 'stagingGrants' | 'groupGrants'>> {
  const { principalId, staging, group } = grantScopes(choices, source, target ?? '');
  const grants = async (scope: ResourceId | null) =>
    principalId === null ? notRead : readOf(scope, (id) => grantsOf(arm, id, principalId));
  const isNew = choices.option === 'createVm' && target !== null;
  return {
    permissions: await readOf(targetScope(choices, source, target ?? ''), (id) =>
      listPermissions(arm, id),
    ),
    sizes: await readOf(isNew ? targetRegion(choices, source) : null, (region) =>
      listMachineSizes(arm, target ?? '', region),
    ),
    stagingGrants: await grants(staging),
    groupGrants: await grants(group),
  };
}

const notRead = { state: 'not asked' } as const;

/** A read as the wizard would hold it; not started while its key is unknown. */
export async function readOf<Key, Value>(
  key: Key | null | undefined,
  read: (key: Key) => Promise<Value>,
): Promise<Read<Value>> {
  if (key === null || key === undefined) return notRead;
  try {
    return { state: 'known', value: await read(key) };
  } catch (error) {
    const status = armFacts(error)?.status;
    if (status === undefined) throw error;
    return { state: status === 403 || status === 401 ? 'forbidden' : 'failed' };
  }
}

/** The example's restore with other choices, as it is confirmed at Review, for tests. */
export function confirmedExample(choices: Partial<VmChoices> = {}): PressedVmRestore {
  const view = exampleView(choices);
  const planned = plannedRestore(view);
  if (!planned.ok) throw new Error(planned.reason);
  return {
    planned: planned.value,
    choices: view.shown,
    nextSteps: nextStepsOf(view.settled),
    plan: vmPlanText(vmPlan(planned.value, view)),
  };
}
