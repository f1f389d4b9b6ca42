import type { ProtectableItemWire } from '#src/api/recovery-services/protect.ts';
import { invalidInput } from '#src/mocks/errors.ts';
import { wants, withFilter } from '#src/mocks/filter.ts';
import {
  acceptOperation,
  isOver,
  onVaultOperation,
} from '#src/mocks/recovery-services/operation-report.ts';
import { onVault, vaultPath } from '#src/mocks/recovery-services/paths.ts';
import { type Answer, type Call, list, type Route, route, rowsOf } from '#src/mocks/service.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { instancesNamed, machinesOf } from '#src/mocks/world/lookup.ts';
import type { InstanceSeed, MachineSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Which machines a vault has seen, and could protect (documentation of Azure Backup, by REST API). */

/** Seconds until a vault has looked for new machines (G). */
const DISCOVERY_MS = 20_000;

const subscriptionOf = (id: string): string => id.split('/')[2] ?? '';

/** Whether a machine is where a vault protects machines: in its region and its subscription. */
export const isInReach = (machine: MachineSeed, vault: VaultSeed): boolean =>
  sameRegion(machine.location, vault.location) &&
  sameId(subscriptionOf(machine.id), subscriptionOf(vault.id));

/**
 * Whether a vault has seen a machine: it was there at the world's start, or when the vault looked for new ones
 * last.
 */
export function hasSeen({ state, stored, before, now }: Call, vault: VaultSeed, id: string) {
  if (byId(stored.seed.machines, id)?.exists === true) return true;
  const last = state.operations.findLast(
    (one) => one.kind === 'discovery' && sameId(one.scopeId, vault.id) && isOver(one, now),
  );
  if (last === undefined) return false;
  return byId(before(now - last.endsAt).state.seed.machines, id)?.exists === true;
}

/** The item of a machine, in whichever vault. */
export function itemOfMachine({ state }: Call, machineId: string): InstanceSeed | undefined {
  return instancesNamed(state, nameOf(machineId)).find((one) => sameId(one.machineId, machineId));
}

/** A machine that no vault protects, in the words of a real answer (azure-powershell issue 3164, I). */
function protectableWireOf(vault: VaultSeed, { id, deployment }: MachineSeed): ProtectableItemWire {
  const group = nameOf(groupOf(id));
  const [kind, version] =
    deployment === 'classic'
      ? ['iaasvmcontainer', 'ClassicCompute']
      : ['iaasvmcontainerv2', 'Compute'];
  const name = `${kind};${group.toLowerCase()};${nameOf(id).toLowerCase()}`;
  return {
    id: `${vault.id}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${name}/protectableItems/vm;${name}`,
    name,
    type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectableItems',
    properties: {
      virtualMachineId: id,
      virtualMachineVersion: version,
      resourceGroup: group,
      backupManagementType: 'AzureIaasVM',
      protectableItemType: `Microsoft.${version}/virtualMachines`,
      friendlyName: nameOf(id),
      protectionState: 'NotProtected',
    },
  };
}

const filterKeys = ['backupmanagementtype', 'friendlyname', 'status', 'workloadtype'];

/** Machines that the vault has seen and no vault protects. */
function listProtectable(call: Call, vault: VaultSeed): Answer {
  return withFilter(call, filterKeys, (filter) => {
    if (filter.get('backupmanagementtype')?.toLowerCase() !== 'azureiaasvm') {
      return invalidInput('The filter needs a known backupManagementType.');
    }
    const found = [...machinesOf(call.state, subscriptionOf(vault.id))].filter(
      (machine) =>
        machine.exists &&
        isInReach(machine, vault) &&
        wants(filter, 'friendlyName', nameOf(machine.id)) &&
        itemOfMachine(call, machine.id) === undefined &&
        hasSeen(call, vault, machine.id),
    );
    return list(rowsOf(found, (machine) => protectableWireOf(vault, machine)));
  });
}

/** A `Location` alone (S, samples RefreshContainers and RefreshContainers_OperationResults). */
const headersOf = ({ apiVersion }: Call, vault: VaultSeed, operationId: string) => ({
  Location: `https://management.azure.com${vault.id}/backupFabrics/Azure/operationResults/${operationId}?api-version=${apiVersion}`,
  'Retry-After': '60',
});

function refresh(call: Call, vault: VaultSeed): Answer {
  const operation = acceptOperation(call, {
    kind: 'discovery',
    scopeId: vault.id,
    operationMs: DISCOVERY_MS,
  });
  const headers = headersOf(call, vault, operation.operationId);
  return { status: 202, headers, events: [operation] };
}

const fabric = `${vaultPath}/backupFabrics/{fabric}`;

export const discoveryRoutes: readonly Route[] = [
  route.get(
    'protectableItems.list',
    `${vaultPath}/backupProtectableItems`,
    onVault(listProtectable),
  ),
  route.post('protectionContainers.refresh', `${fabric}/refreshContainers`, onVault(refresh)),
  route.get(
    'protectionContainers.refreshResult',
    `${fabric}/operationResults/{operation}`,
    onVaultOperation('discovery')((call, operation, vault) =>
      isOver(operation, call.now)
        ? { status: 204 }
        : { status: 202, headers: headersOf(call, vault, operation.operationId) },
    ),
  ),
];
