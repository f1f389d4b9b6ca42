import type { RestoredVm } from '#src/datasources/azure-vm/next-steps/steps.ts';
import type { SourceAtPress } from '#src/datasources/azure-vm/sent-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** What the tests of next steps start from. */

const GROUPS = '/subscriptions/sub-a/resourceGroups';

export const machineId = resourceId(
  `${GROUPS}/rg-target/providers/Microsoft.Compute/virtualMachines/app02`,
);
export const vaultId = resourceId(
  `${GROUPS}/rg-vault/providers/Microsoft.RecoveryServices/vaults/vault-a`,
);
export const oldDisk = resourceId(`${GROUPS}/rg-app/providers/Microsoft.Compute/disks/app01-os`);

export const source: SourceAtPress = {
  osType: 'Windows',
  availabilitySet: 'set-a',
  hybridBenefit: true,
  extensions: ['Monitor'],
  nicCount: 2,
  addresses: ['10.0.0.4'],
  disks: [oldDisk],
  policyName: 'Daily',
};

export const ground: RestoredVm = {
  kind: 'createVm',
  isElsewhere: false,
  vaultId,
  machineId,
  source,
  osType: 'Windows',
  stagingId: resourceId(
    `${GROUPS}/rg-staging/providers/Microsoft.Storage/storageAccounts/staging1`,
  ),
  container: 'app01-0123',
  targetGroupId: resourceId(`${GROUPS}/rg-target`),
  identity: null,
};
