import { itemNotFound, resourceNotFound } from '#src/mocks/errors.ts';
import {
  hasSecondary,
  isSecondary,
  notCrossRegion,
  replicaOf,
} from '#src/mocks/recovery-services/secondary.ts';
import { type Answer, type Call, handlersBy, param } from '#src/mocks/service.ts';
import { findInstance, findVault } from '#src/mocks/world/lookup.ts';
import type { InstanceSeed, VaultSeed } from '#src/mocks/world/seed.ts';

/** Paths of azure-contract's shorthand, as patterns of the router. */
export const vaultsPath =
  '/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.RecoveryServices/vaults';
export const vaultPath = `${vaultsPath}/{vault}`;
export const itemPath = `${vaultPath}/backupFabrics/{fabric}/protectionContainers/{container}/protectedItems/{item}`;
export const pointPath = `${itemPath}/recoveryPoints/{point}`;

/** Prefix of all actions on a vault (azure-contract §6). */
export const vaultAction = 'Microsoft.RecoveryServices/vaults';
export const itemAction = `${vaultAction}/backupFabrics/protectionContainers/protectedItems`;

const isAnswer = (found: object): found is Answer => 'status' in found;

/** Runs `work` with the vault that the path names, or answers that it is not there. */
export function withVault(call: Call, work: (vault: VaultSeed) => Answer): Answer {
  const found = vaultOf(call);
  return isAnswer(found) ? found : work(found);
}

/** {@link withVault} as a handler. */
export const onVault = handlersBy(withVault);

/** The id of the vault that the parameters of a path name. */
export const vaultIdIn = ({ sub = '', rg = '', vault = '' }: Call['params']): string =>
  `/subscriptions/${sub}/resourceGroups/${rg}/providers/Microsoft.RecoveryServices/vaults/${vault}`;

function vaultOf(call: Call): VaultSeed | Answer {
  return (
    findVault(call.state, vaultIdIn(call.params)) ??
    resourceNotFound('Microsoft.RecoveryServices/vaults', param(call, 'vault'), param(call, 'rg'))
  );
}

/** Runs `work` with the backup instance that the path names, in the vault's own region. */
export function withItem(
  call: Call,
  work: (instance: InstanceSeed, vault: VaultSeed) => Answer,
): Answer {
  return withVault(call, (vault) =>
    isSecondary(call) ? notCrossRegion() : withItemOf(call, vault, (item) => work(item, vault)),
  );
}

/** {@link withItem} as a handler. */
export const onItem = handlersBy(withItem);

/** Runs `work` with the item as the region has it which the api-version asks. */
export function withItemRead(call: Call, work: (instance: InstanceSeed) => Answer): Answer {
  return withVault(call, (vault) => {
    if (!isSecondary(call)) return withItemOf(call, vault, work);
    if (!hasSecondary(vault)) return notCrossRegion();
    return withItemOf(call, vault, (item) => {
      const replica = replicaOf(call.state, item, call.now);
      return replica === null ? itemNotFound(param(call, 'item')) : work(replica);
    });
  });
}

/** {@link withItemRead} as a handler. */
export const onItemRead = handlersBy(withItemRead);

/** The id of the backup instance that a path names in a vault. */
export const itemIdIn = (call: Call, { id }: VaultSeed): string =>
  `${id}/backupFabrics/${param(call, 'fabric')}/protectionContainers/${param(call, 'container')}/protectedItems/${param(call, 'item')}`;

function withItemOf(
  call: Call,
  vault: VaultSeed,
  work: (instance: InstanceSeed) => Answer,
): Answer {
  const instance = findInstance(call.state, itemIdIn(call, vault));
  return instance === undefined ? itemNotFound(param(call, 'item')) : work(instance);
}
