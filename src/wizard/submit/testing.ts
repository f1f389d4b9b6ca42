import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { armFacts } from '#src/api/arm/error.ts';
import { listPermissions } from '#src/api/authorization/permissions/ops.ts';
import { listDiskAccesses } from '#src/api/compute/disk-accesses/ops.ts';
import { getDisk } from '#src/api/compute/disks/ops.ts';
import { listDiskEncryptionSets } from '#src/api/compute/encryption-sets/ops.ts';
import { getMachine, listMachineNames } from '#src/api/compute/machines/ops.ts';
import { listVirtualNetworks } from '#src/api/network/virtual-networks/ops.ts';
import { getProtectedItem } from '#src/api/recovery-services/protected-items/ops.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/recovery-points/ops.ts';
import { getVault, getVaultEncryption } from '#src/api/recovery-services/vaults/ops.ts';
import { listResourceGroups } from '#src/api/resources/groups/ops.ts';
import { listRegions } from '#src/api/resources/locations/ops.ts';
import { listSubscriptions } from '#src/api/resources/subscriptions/ops.ts';
import { listStorageAccounts } from '#src/api/storage/accounts/ops.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { targetSubscription } from '#src/wizard/draft/view.ts';
import { type Read, type Reads, known } from '#src/wizard/draft/reads.ts';

const notAsked = { state: 'not asked' } as const;

/** What the wizard would have read for these choices, through the client itself. */
export async function readsThrough(arm: ArmPipelines, choices: DraftChoices): Promise<Reads> {
  const itemId = choices.instance === null ? null : resourceId(choices.instance);
  const item = await readOf(itemId, (id) => getProtectedItem(arm, id));
  const { vaultId, sourceResourceId } = known(item) ?? {};
  const machine = await readOf(sourceResourceId, (id) => getMachine(arm, id));
  const diskIds = (known(machine)?.disks ?? []).flatMap(({ managedDiskId }) => managedDiskId ?? []);
  const source: Reads = {
    instance: item,
    vault: await readOf(vaultId, (id) => getVault(arm, id)),
    points: await readOf(itemId, (id) => listRecoveryPoints(arm, id)),
    machine,
    disks: await Promise.all(diskIds.map((id: ResourceId) => readOf(id, () => getDisk(arm, id)))),
    subscriptions: await readOf('all', () => listSubscriptions(arm)),
    vaultEncryption: await readOf(vaultId, (id) => getVaultEncryption(arm, id)),
    groups: notAsked,
    accounts: notAsked,
    networks: notAsked,
    machineNames: notAsked,
    encryptionSets: notAsked,
    diskAccesses: notAsked,
    regions: notAsked,
    permissions: notAsked,
  };
  const target = targetSubscription(choices, source) || null;
  return {
    ...source,
    groups: await readOf(target, (id) => listResourceGroups(arm, id)),
    accounts: await readOf(target, (id) => listStorageAccounts(arm, id)),
    networks: await readOf(target, (id) => listVirtualNetworks(arm, id)),
    machineNames: await readOf(target, (id) => listMachineNames(arm, id)),
    encryptionSets: await readOf(target, (id) => listDiskEncryptionSets(arm, id)),
    diskAccesses: await readOf(target, (id) => listDiskAccesses(arm, id)),
    regions: await readOf(target, (id) => listRegions(arm, id)),
    permissions: await permissionsThrough(arm, target, choices),
  };
}

/** What the person may do where a restore goes. */
export function permissionsThrough(
  arm: ArmPipelines,
  target: string | null,
  choices: DraftChoices,
): Promise<Reads['permissions']> {
  return readOf(scopeOf(target, choices), (id) => listPermissions(arm, id));
}

/** Where a restore goes, as rights are asked for: a group still to be made has its subscription's. */
function scopeOf(subscription: string | null, { rg, rgIsNew }: DraftChoices): ResourceId | null {
  if (subscription === null) return null;
  const scope = `/subscriptions/${subscription}`;
  return resourceId(rg === null || rgIsNew ? scope : `${scope}/resourceGroups/${rg}`);
}

async function readOf<Key, Value>(
  key: Key | null | undefined,
  read: (key: Key) => Promise<Value>,
): Promise<Read<Value>> {
  if (key === null || key === undefined) return notAsked;
  try {
    return { state: 'known', value: await read(key) };
  } catch (error) {
    const status = armFacts(error)?.status;
    if (status === undefined) throw error;
    return { state: status === 403 || status === 401 ? 'forbidden' : 'failed' };
  }
}
