import { expect, test } from 'vitest';
import { secondaryRestoreRequest, toRestoreBody } from '#src/api/recovery-services/restores.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { RestoreDisks } from '#src/api/recovery-services/restore.ts';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000000';
const group = `${subscription}/resourceGroups/rg`;

const restore: RestoreDisks = {
  kind: 'restoreDisks',
  recoveryPointResourceId: resourceId(
    `${group}/providers/Microsoft.RecoveryServices/vaults/v/recoveryPoints/20982486783671`,
  ),
  recoveryPointId: '20982486783671',
  sourceResourceId: resourceId(`${group}/providers/Microsoft.Compute/virtualMachines/vm`),
  stagingAccountId: resourceId(`${group}/providers/Microsoft.Storage/storageAccounts/st`),
  region: 'northeurope',
  targetResourceGroupId: null,
  networkAccess: null,
};

test('the token is sent back whole, under the name that Azure takes', () => {
  const right = { objectType: 'AccessToken', accessTokenString: 'text', rpTierInformation: {} };
  expect(secondaryRestoreRequest(restore, right, 'press-1')).toEqual({
    method: 'POST',
    url: `${subscription}/providers/Microsoft.RecoveryServices/locations/northeurope/backupCrossRegionRestore?api-version=2023-01-15`,
    body: {
      crossRegionRestoreAccessDetails: { ...right, objectType: 'CrrAccessToken' },
      restoreRequest: toRestoreBody(restore).properties,
    },
    clientRequestId: 'press-1',
    starts: true,
  });
});
