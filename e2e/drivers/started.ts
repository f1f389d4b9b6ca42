import { expect, type Page } from 'playwright/test';
import { goTo } from './in-page.ts';
import type { Screens } from './screens.ts';
import { acceptedRestores } from './simulated.ts';

/** Restores that another client has started: the documents' own example, by its request alone. */

const subscription = '00000000-0000-0000-0000-000000000000';
const root = `/subscriptions/${subscription}/resourceGroups`;
const item = `${root}/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/protectedItems/VM;testRG;testVM`;
const point = '20982486783671';
const network = `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet`;

const common = {
  objectType: 'IaasVMRestoreRequest',
  recoveryPointId: point,
  sourceResourceId: `${root}/testRG/providers/Microsoft.Compute/virtualMachines/testVM`,
  storageAccountId: `${root}/testRG/providers/Microsoft.Storage/storageAccounts/testAccount`,
  region: 'westus',
  createNewCloudService: false,
  originalStorageAccountOption: false,
};
const toGroup = { ...common, targetResourceGroupId: `${root}/targetRG` };

const bodies = {
  createVm: {
    ...toGroup,
    recoveryType: 'AlternateLocation',
    targetVirtualMachineId: `${root}/targetRG/providers/Microsoft.Compute/virtualMachines/targetVM`,
    virtualNetworkId: network,
    subnetId: `${network}/subnets/default`,
  },
  restoreDisks: { ...toGroup, recoveryType: 'RestoreDisks' },
  replaceDisks: { ...common, recoveryType: 'OriginalLocation' },
} as const;

export type Kind = keyof typeof bodies;

/**
 * Starts a restore of testVM, which takes about ten simulated minutes, and opens its job. No draft of
 * this browser has led to it.
 */
export async function openStarted({ page, job }: Screens, kind: Kind): Promise<void> {
  const address = `https://management.azure.com${item}/recoveryPoints/${point}/restore?api-version=2024-04-01`;
  expect(await post(page, address, { properties: bodies[kind] })).toBe(202);
  const [started] = await acceptedRestores(page);
  await goTo(page, `/jobs/${subscription}~testVaultRG~testVault~${started?.jobId ?? ''}`);
  await job.expectOpen('Restore of testVM');
}

async function post(page: Page, address: string, body: object): Promise<number> {
  return page.evaluate(
    async ([url, text]) => {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer simulated' };
      return (await fetch(url, { method: 'POST', headers, body: text })).status;
    },
    [address, JSON.stringify(body)] as const,
  );
}
