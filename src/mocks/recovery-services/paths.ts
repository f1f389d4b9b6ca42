import { failure, itemNotFound, resourceNotFound } from '#src/mocks/errors.ts';
import { type Answer, type Call, param } from '#src/mocks/service.ts';
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

function vaultOf(call: Call): VaultSeed | Answer {
  const group = param(call, 'rg');
  const name = param(call, 'vault');
  const id = `/subscriptions/${param(call, 'sub')}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${name}`;
  return (
    findVault(call.state, id) ?? resourceNotFound('Microsoft.RecoveryServices/vaults', name, group)
  );
}

/** Versions that read the secondary region instead (azure-contract §9). */
const secondaryVersions = new Set(['2018-12-20', '2021-11-15', '2023-01-15']);

/** Runs `work` with the protected item that the path names. */
export function withItem(
  call: Call,
  work: (instance: InstanceSeed, vault: VaultSeed) => Answer,
): Answer {
  return withVault(call, (vault) => {
    const secondary = refuseSecondary(call);
    if (secondary !== null) return secondary;
    const id = `${vault.id}/backupFabrics/${param(call, 'fabric')}/protectionContainers/${param(call, 'container')}/protectedItems/${param(call, 'item')}`;
    const instance = findInstance(call.state, id);
    return instance === undefined ? itemNotFound(param(call, 'item')) : work(instance, vault);
  });
}

/** The secondary plane is not simulated yet: it answers as on a vault without the feature (I). */
export function refuseSecondary(call: Call): Answer | null {
  return secondaryVersions.has(call.apiVersion)
    ? failure(
        400,
        'BMSUserErrorCrossRegionRestoreNotEnabledInThisVault',
        'Cross Region Restore is not enabled in this vault.',
      )
    : null;
}
