import { givesRestoreActions, hasRestoreRole } from '#src/model/rights.ts';
import { allows, type Permission, type Role } from '#src/model/roles.ts';
import type { IdentityFacts, OperatorFacts } from '#src/rules/facts.ts';
import { principalOf } from '#src/datasources/azure-vm/reads/grant-scopes.ts';
import type { Reads } from '#src/datasources/azure-vm/reads/reads.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';

const vaultAction = 'Microsoft.RecoveryServices/vaults';
/** What a person must be allowed in a vault to restore from it (azure-contract §6). */
export const RESTORE_ACTION = `${vaultAction}/backupFabrics/protectionContainers/protectedItems/recoveryPoints/restore/action`;
const MANAGE = `${vaultAction}/backupPolicies/write`;

/** What the person may do: where the restore would go, and with the vault. */
export function operatorFacts({ permissions, vaultPermissions }: Reads): Partial<OperatorFacts> {
  const mayRestore = may(known(vaultPermissions), RESTORE_ACTION);
  const mayManage = may(known(vaultPermissions), MANAGE);
  return {
    // To make a machine one must be allowed to write one (document 000, Before you start).
    canRestoreVm: may(known(permissions), 'Microsoft.Compute/virtualMachines/write'),
    // Document 000 names two sorts of people and no role of Azure's: who may restore and says how
    // backups are made is taken for the first, who may restore for the second.
    isBackupAdmin: mayRestore === undefined ? undefined : mayRestore && mayManage === true,
    isAppAdmin: mayRestore,
  };
}

/** Whether the person may put disks where the restore would go; undefined while that is not read. */
export function mayWriteDisks({ permissions }: Reads): boolean | undefined {
  return may(known(permissions), 'Microsoft.Compute/disks/write');
}

/** What a person must be allowed to shut a VM down. */
export const SHUT_DOWN_ACTION = 'Microsoft.Compute/virtualMachines/deallocate/action';

/**
 * Whether the person may shut down the VM whose disks are replaced, by the rights in its resource group;
 * undefined while they are not read. A role on the VM alone isn't among them.
 */
export function mayShutDown({ permissions }: Reads): boolean | undefined {
  return may(known(permissions), SHUT_DOWN_ACTION);
}

function may(permissions: readonly Permission[] | undefined, action: string): boolean | undefined {
  return permissions === undefined ? undefined : allows(permissions, action);
}

/** The permissions of the selected identity, on the staging storage account and in the target group together. */
export function identityFacts(reads: Reads, choices: VmChoices): Partial<IdentityFacts> {
  const principalId = principalOf(known(reads.vault), choices);
  const grants = [known(reads.stagingGrants), known(reads.groupGrants)];
  const onBoth = (meets: (roles: readonly Role[]) => boolean): boolean | undefined => {
    // Rights that were read for another identity say nothing of this one.
    const answers = grants.map((one) =>
      one !== undefined && one.principalId === principalId ? meets(one.roles) : undefined,
    );
    if (answers.includes(false)) return false;
    return answers.includes(undefined) ? undefined : true;
  };
  if (principalId === null) return {};
  return {
    hasRestoreOperator: onBoth(hasRestoreRole),
    hasAllActions: onBoth(givesRestoreActions),
  };
}
