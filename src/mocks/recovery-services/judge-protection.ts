import type { ProtectRequestWire } from '#src/api/recovery-services/requests.ts';
import {
  failure,
  isSoftDeleted,
  itemNotFound,
  linkedForbidden,
  refused,
} from '#src/mocks/errors.ts';
import { hasSeen, isInReach, itemOfMachine } from '#src/mocks/recovery-services/discovery.ts';
import { itemAction } from '#src/mocks/recovery-services/paths.ts';
import type { Answer, Call } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { findGroup, findInstance, findMachine, policiesOf } from '#src/mocks/world/lookup.ts';
import type { MachineSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { instanceOf } from '#src/mocks/world/worlds/builders.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

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
export function judgeProtection(
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
