import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { listPermissions } from '#src/api/authorization.ts';
import { getDisk } from '#src/api/compute/disks.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { getProtectedItem } from '#src/api/recovery-services/items.ts';
import { listRecoveryPoints, listSecondaryPoints } from '#src/api/recovery-services/points.ts';
import { getVault, getVaultEncryption } from '#src/api/recovery-services/vaults.ts';
import { listSubscriptions } from '#src/api/resources/places.ts';
import { instant } from '#src/lib/time.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/target.ts';
import { vmTargetSubscription } from '#src/datasources/azure-vm/model.ts';
import { NOTHING_READ, type Reads } from '#src/datasources/azure-vm/reads.ts';
import { known } from '#src/wizard/reads/read.ts';
import { networkThrough } from '#src/datasources/azure-vm/request/testing-network.ts';
import { offersThrough } from '#src/datasources/azure-vm/request/testing-offers.ts';
import { readOf } from '#src/datasources/azure-vm/request/testing-read.ts';
import { placeThrough } from '#src/datasources/azure-vm/request/testing-rights.ts';

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
