import type { ProtectableItemWire } from '#src/api/recovery-services/protect.ts';
import {
  type ProtectRequestWire,
  protectRequestWire,
} from '#src/api/recovery-services/requests.ts';
import {
  failure,
  invalidInput,
  isSoftDeleted,
  itemNotFound,
  linkedForbidden,
  refused,
  wrongBody,
} from '#src/mocks/errors.ts';
import { wants, withFilter } from '#src/mocks/filter.ts';
import { parseJson } from '#src/mocks/json.ts';
import {
  acceptedOn,
  acceptOperation,
  isOver,
  onVaultOperation,
  withJob,
} from '#src/mocks/recovery-services/operation-report.ts';
import {
  itemAction,
  itemIdIn,
  itemPath,
  onVault,
  vaultPath,
} from '#src/mocks/recovery-services/paths.ts';
import { type Answer, type Call, list, type Route, route, rowsOf } from '#src/mocks/service.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf, guidFrom } from '#src/mocks/world/ids.ts';
import {
  findGroup,
  findInstance,
  findMachine,
  instancesNamed,
  machinesOf,
  policiesOf,
} from '#src/mocks/world/lookup.ts';
import { planProtection } from '#src/mocks/world/plan-restore.ts';
import type { InstanceSeed, MachineSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { instanceOf } from '#src/mocks/world/worlds/builders.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Which machines a vault has seen, and could protect (documentation of Azure Backup, by REST API). */

/** Seconds until a vault has looked for new machines (G). */
const DISCOVERY_MS = 20_000;

const subscriptionOf = (id: string): string => id.split('/')[2] ?? '';

/** Whether a machine is where a vault protects machines: in its region and its subscription. */
const isInReach = (machine: MachineSeed, vault: VaultSeed): boolean =>
  sameRegion(machine.location, vault.location) &&
  sameId(subscriptionOf(machine.id), subscriptionOf(vault.id));

/**
 * Whether a vault has seen a machine: it was there at the world's start, or when the vault looked for new ones
 * last.
 */
function hasSeen({ state, stored, before, now }: Call, vault: VaultSeed, id: string) {
  if (byId(stored.seed.machines, id)?.exists === true) return true;
  const last = state.operations.findLast(
    (one) => one.kind === 'discovery' && sameId(one.scopeId, vault.id) && isOver(one, now),
  );
  if (last === undefined) return false;
  return byId(before(now - last.endsAt).state.seed.machines, id)?.exists === true;
}

/** The item of a machine, in whichever vault. */
function itemOfMachine({ state }: Call, machineId: string): InstanceSeed | undefined {
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
const refreshHeaders = ({ apiVersion }: Call, vault: VaultSeed, operationId: string) => ({
  Location: `https://management.azure.com${vault.id}/backupFabrics/Azure/operationResults/${operationId}?api-version=${apiVersion}`,
  'Retry-After': '60',
});

function refresh(call: Call, vault: VaultSeed): Answer {
  const operation = acceptOperation(call, {
    kind: 'discovery',
    scopeId: vault.id,
    operationMs: DISCOVERY_MS,
  });
  const headers = refreshHeaders(call, vault, operation.operationId);
  return { status: 202, headers, events: [operation] };
}

const fabric = `${vaultPath}/backupFabrics/{fabric}`;

/** What keeps a vault from protecting a machine. */

/** 400 (code and first line I, terraform-provider-azurerm 2207). */
const notConfigurable = (why: string): Answer =>
  failure(
    400,
    'BMSUserErrorInvalidConfigureProtectionRequest',
    `Input for configure protection is not in proper format\r\n${why}`,
  );

/** What the request names, as the world has it. */
interface ProtectionWish {
  readonly machine: MachineSeed;
  readonly policyName: string;
  readonly protectionState: 'IRPending' | 'ProtectionStopped';
  readonly operation: 'ConfigureBackup' | 'DisableBackup' | 'Undelete';
}

/** The machine and the policy of a request, or why the vault refuses it; `itemId` is what the path names. */
function judgeProtection(
  call: Call,
  vault: VaultSeed,
  itemId: string,
  { properties }: ProtectRequestWire,
): ProtectionWish | Answer {
  const { state } = call;
  const isDeleted = findInstance(state, itemId)?.softDeleted !== undefined;
  if (properties.isRehydrate === true) {
    return isDeleted
      ? stopped(state, itemId, 'Undelete')
      : notConfigurable('The backup item is not soft-deleted.');
  }
  // That nothing else is possible before is documented (soft delete, questions), its code isn't (G).
  if (isDeleted) return refused(isSoftDeleted(nameOf(itemId)));
  if (sameId(properties.protectionState, 'ProtectionStopped')) {
    return stopped(state, itemId, 'DisableBackup');
  }
  const policy = policiesOf(state, vault).find(({ id }) => sameId(id, properties.policyId));
  // A vault knows its own policies alone, so one of another region is none (codes of policies G).
  if (policy === undefined) {
    return failure(
      404,
      'BMSUserErrorPolicyNotFound',
      `The policy ${properties.policyId ?? ''} was not found in this vault.`,
    );
  }
  if (policy.kind !== 'AzureIaasVM') {
    return failure(
      400,
      'BMSUserErrorInvalidPolicyType',
      `The policy ${policy.name} is for ${policy.kind} and cannot protect a virtual machine.`,
    );
  }
  const machine = findMachine(state, properties.sourceResourceId);
  if (machine?.exists !== true) {
    return notConfigurable(
      'Please ensure that container exists and other parameters are in valid format',
    );
  }
  if (!sameId(instanceOf(vault.id, machine, { points: [] }).id, itemId)) {
    return notConfigurable('The names of container and item are not those of the virtual machine.');
  }
  return (
    judgeMachine(call, vault, machine) ?? {
      machine,
      policyName: policy.name,
      protectionState: 'IRPending',
      operation: 'ConfigureBackup',
    }
  );
}

/**
 * An item that shall take no more backups, its points stay (official sample StopProtection, S); so does one that comes
 * back from its deletion (R).
 */
function stopped(
  state: State,
  itemId: string,
  operation: 'DisableBackup' | 'Undelete',
): ProtectionWish | Answer {
  const item = findInstance(state, itemId);
  const machine = item && findMachine(state, item.machineId);
  if (machine === undefined) return itemNotFound(nameOf(itemId));
  return {
    machine,
    policyName: item?.policyName ?? '',
    protectionState: 'ProtectionStopped',
    operation,
  };
}

function judgeMachine(call: Call, vault: VaultSeed, machine: MachineSeed): Answer | null {
  const group = groupOf(machine.id);
  // Whoever protects a machine needs to be its contributor too (documentation of Azure Backup, roles).
  if (findGroup(call.state, group)?.isReadOnly === true) {
    return refused(
      linkedForbidden(`${itemAction}/write`, vault.id, {
        action: 'Microsoft.Compute/virtualMachines/write',
        scope: machine.id,
      }),
    );
  }
  if (!isInReach(machine, vault)) {
    return notConfigurable(
      'The virtual machine is in another region or subscription than the vault.',
    );
  }
  const item = itemOfMachine(call, machine.id);
  // Text I (terraform-provider-azapi 398), code G.
  if (item !== undefined && !sameId(item.vaultId, vault.id)) {
    return failure(
      400,
      'UserErrorVmRegisteredWithAnotherVault',
      'Virtual machine is already registered\\registering with another recovery services vault Please select a different virtual machine for registration.',
    );
  }
  return item === undefined && !hasSeen(call, vault, machine.id)
    ? notConfigurable(
        'Please ensure that container exists and other parameters are in valid format',
      )
    : null;
}

/** Simulated milliseconds until the operation is over, and the job is (G). */
const PROTECT_MS = 30_000;
/** The same of an undeletion: under 20 s in the recording (live §6, R). */
const UNDELETE_MS = 18_000;

/**
 * `PUT {PI}`: protects a machine, goes on with another policy, stops, or undeletes: 202 with both addresses (official
 * samples ConfigureProtection and StopProtection, S; headers R; an undeletion R).
 */
function protect(call: Call, vault: VaultSeed): Answer {
  const { state, now } = call;
  const parsed = protectRequestWire.safeParse(parseJson(call.request.body));
  if (!parsed.success) return wrongBody('a request to protect a virtual machine', parsed.error);
  const wish = judgeProtection(call, vault, itemIdIn(call, vault), parsed.data);
  if ('status' in wish) return wish;
  const { machine, policyName, protectionState, operation: job } = wish;
  const ms = job === 'Undelete' ? UNDELETE_MS : PROTECT_MS;
  const reported = instanceOf(vault.id, machine, { points: [], policyName, protectionState });
  const instance = { ...reported, id: findInstance(state, reported.id)?.id ?? reported.id };
  const isBusy = state.protections.some(
    ({ plan }) => sameId(plan.itemId, instance.id) && now < plan.startedAtMs + ms,
  );
  if (isBusy) return failure(409, 'Conflict', 'Another operation is in progress on this item.');
  const jobId = guidFrom(`${state.seed.name}:protection:${state.operations.length}:${now}`);
  const plan = planProtection({ instance, jobId, atMs: now, ms, operation: job });
  return acceptedOn(call, instance, {
    operationMs: ms,
    properties: withJob(jobId),
    events: () => [{ type: 'protection-configured', at: now, plan, instance }],
  });
}

export const protectRoutes: readonly Route[] = [
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
        : { status: 202, headers: refreshHeaders(call, vault, operation.operationId) },
    ),
  ),
  route.put('protectedItems.protect', itemPath, onVault(protect)),
];
