import { randomUUID } from 'node:crypto';
import { expect, type Page } from 'playwright/test';
import type { SimulationControls } from '#src/mocks/panel/window.ts';
import { diskSources, type Source, subscriptionIds } from './world.ts';
import { acceptedRestores, type RestoreAccepted } from './simulated.ts';
import { goTo } from './page.ts';
import type { Screens } from './screens.ts';

/** What others do in the same Azure, and what of all that is ours. */

type Order = Parameters<SimulationControls['restoreAsAnotherUser']>[0];

/** Another operator restores a machine at this moment; the name of their job. */
export async function anotherUserRestores(page: Page, order: Order): Promise<string> {
  return page.evaluate(
    async (wanted) => (await window.restoreCenterSimulation?.restoreAsAnotherUser(wanted)) ?? '',
    order,
  );
}

interface DiskOrder {
  readonly disk: string;
  readonly point: string;
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
}

/** A request of another person to Azure, past the product: the status and the text of its answer. */
async function ofAnother(
  page: Page,
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  body: object | null = null,
): Promise<{ readonly status: number; readonly text: string }> {
  return page.evaluate(
    async ([wanted, asked, sent]) => {
      const headers = {
        authorization: 'Bearer of-somebody-else',
        'content-type': 'application/json',
      };
      const address = `https://management.azure.com${asked}`;
      const answer = await fetch(address, { method: wanted, headers, body: sent });
      return { status: answer.status, text: await answer.text() };
    },
    [method, path, body === null ? null : JSON.stringify(body)] as const,
  );
}

/** Another operator restores a disk of West Europe at this moment. */
export async function anotherUserRestoresDisk(page: Page, order: DiskOrder): Promise<void> {
  const source = diskSources[order.disk];
  const group = `/subscriptions/${subscriptionIds[order.subscription] ?? ''}/resourceGroups/${order.group}`;
  const path = `${source?.instance ?? ''}/restore?api-version=2024-04-01`;
  const { status } = await ofAnother(page, 'POST', path, {
    objectType: 'AzureBackupRecoveryPointBasedRestoreRequest',
    recoveryPointId: source?.points[order.point],
    sourceDataStoreType: 'OperationalStore',
    restoreTargetInfo: {
      objectType: 'RestoreTargetInfo',
      recoveryOption: 'FailIfExists',
      restoreLocation: 'westeurope',
      datasourceInfo: {
        objectType: 'Datasource',
        resourceID: `${group}/providers/Microsoft.Compute/disks/${order.name}`,
      },
    },
  });
  expect(status).toBe(202);
}

/** Something is deleted in Azure, with all that lies in it. */
export async function deleteInAzure(page: Page, id: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    await window.restoreCenterSimulation?.removeResource(wanted);
  }, id);
}

/** Stops or starts a machine as another person; it lies in the subscription of its vault. */
export async function powerInAzure(page: Page, source: Source, power: 'on' | 'off'): Promise<void> {
  const { start, group, machine } = source;
  const [subscription] = new URLSearchParams(start.split('?')[1]).get('instance')?.split('~') ?? [];
  const id = `/subscriptions/${subscription ?? ''}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${machine}`;
  await page.evaluate(
    async ([wanted, isStopped]) => {
      await window.restoreCenterSimulation?.setPower(wanted, isStopped);
    },
    [id, power === 'off'] as const,
  );
}

/** An assignment as the simulated Azure writes it: its id, and its role. */
const ASSIGNMENT = /"id":"([^"]+)"[^{}]*\{"roleDefinitionId":"([^"]+)"/g;

/** Removes a role, by the last part of its definition's id, from all who hold it in a scope. */
export async function revokeInAzure(page: Page, scope: string, role: string): Promise<void> {
  const path = `${scope}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01`;
  const { text } = await ofAnother(page, 'GET', path);
  for (const [, id = '', held = ''] of text.matchAll(ASSIGNMENT)) {
    if (held.endsWith(role)) await deleteInAzure(page, id);
  }
}

interface RoleGiven {
  /** Where it counts: a subscription, a group, a resource. */
  readonly scope: string;
  /** The last part of its definition's id. */
  readonly role: string;
  /** The Backup vault whose identity gets it, by its id. */
  readonly vault: string;
}

/** Gives a role to the identity of a Backup vault as another person. */
export async function grantInAzure(page: Page, { scope, role, vault }: RoleGiven): Promise<void> {
  const found = await ofAnother(page, 'GET', `${vault}?api-version=2024-04-01`);
  const [, principalId] = /"principalId":"([^"]+)"/.exec(found.text) ?? [];
  const roles = `${scope}/providers/Microsoft.Authorization`;
  const { status } = await ofAnother(
    page,
    'PUT',
    `${roles}/roleAssignments/${randomUUID()}?api-version=2022-04-01`,
    { properties: { roleDefinitionId: `${roles}/roleDefinitions/${role}`, principalId } },
  );
  expect(status).toBe(201);
}

/** The restores that Azure has accepted of us, leaving out those of other operators. */
export async function ourRestores(page: Page): Promise<readonly RestoreAccepted[]> {
  return (await acceptedRestores(page)).filter(({ byAnotherUser }) => byAnotherUser !== true);
}

/** Turns Cross Subscription Restore of a vault on or off as another person; it applies a little later. */
export async function setCrossSubscriptionInAzure(
  page: Page,
  vault: string,
  state: 'Enabled' | 'Disabled',
): Promise<void> {
  const crossSubscriptionRestoreSettings = { crossSubscriptionRestoreState: state };
  const { status } = await ofAnother(page, 'PATCH', `${vault}?api-version=2024-04-01`, {
    properties: { restoreSettings: { crossSubscriptionRestoreSettings } },
  });
  expect(status).toBe(202);
}

const documentSubscription = '00000000-0000-0000-0000-000000000000';
const documents = `/subscriptions/${documentSubscription}/resourceGroups`;
const target = `${documents}/targetRG/providers`;
const network = `${target}/Microsoft.Network/virtualNetworks/testNet`;

/** The id of a disk of targetRG, by the start of its name. */
async function targetDisk(page: Page, start: string): Promise<string | undefined> {
  const path = `${target}/Microsoft.Compute/disks?api-version=2023-10-02`;
  const { text } = await ofAnother(page, 'GET', path);
  return new RegExp(`"id":"([^"]+/disks/${start}[^"]*)"`).exec(text)?.[1];
}

/** Another operator attaches a disk of targetRG, by the start of its name, to testVM. */
export async function attachInAzure(page: Page, start: string): Promise<void> {
  const diskId = await targetDisk(page, start);
  const machine = `${documents}/testRG/providers/Microsoft.Compute/virtualMachines/testVM`;
  const path = `${machine}/attachDetachDataDisks?api-version=2024-03-01`;
  const { status } = await ofAnother(page, 'POST', path, {
    dataDisksToAttach: [{ diskId, lun: 9 }],
  });
  expect([200, 202]).toContain(status);
}

/** Another operator builds a VM of a name in targetRG from the restored OS disk there. */
export async function buildInAzure(page: Page, name: string): Promise<void> {
  const osDisk = await targetDisk(page, 'testvm-osdisk');
  const card = `${target}/Microsoft.Network/networkInterfaces/by-hand`;
  const subnet = { id: `${network}/subnets/default` };
  await ofAnother(page, 'PUT', `${card}?api-version=2024-01-01`, {
    location: 'westus',
    properties: { ipConfigurations: [{ name: 'ip', properties: { subnet } }] },
  });
  const machine = `${target}/Microsoft.Compute/virtualMachines/${name}`;
  const { status } = await ofAnother(page, 'PUT', `${machine}?api-version=2024-03-01`, {
    location: 'westus',
    properties: {
      hardwareProfile: { vmSize: 'Standard_A1_v2' },
      networkProfile: { networkInterfaces: [{ id: card }] },
      storageProfile: {
        osDisk: { createOption: 'Attach', osType: 'Windows', managedDisk: { id: osDisk } },
      },
    },
  });
  expect(status).toBe(201);
}

/** Restores of the documents' own example, by their requests alone. */

const item = `${documents}/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/protectedItems/VM;testRG;testVM`;
const point = '20982486783671';

const common = {
  objectType: 'IaasVMRestoreRequest',
  recoveryPointId: point,
  sourceResourceId: `${documents}/testRG/providers/Microsoft.Compute/virtualMachines/testVM`,
  storageAccountId: `${documents}/testRG/providers/Microsoft.Storage/storageAccounts/testAccount`,
  region: 'westus',
  createNewCloudService: false,
  originalStorageAccountOption: false,
};
const toGroup = { ...common, targetResourceGroupId: `${documents}/targetRG` };

const bodies = {
  createVm: {
    ...toGroup,
    recoveryType: 'AlternateLocation',
    targetVirtualMachineId: `${documents}/targetRG/providers/Microsoft.Compute/virtualMachines/targetVM`,
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
  const path = `${item}/recoveryPoints/${point}/restore?api-version=2024-04-01`;
  const { status } = await ofAnother(page, 'POST', path, { properties: bodies[kind] });
  expect(status).toBe(202);
  const [started] = await acceptedRestores(page);
  await goTo(page, `/jobs/${documentSubscription}~testVaultRG~testVault~${started?.jobId ?? ''}`);
  await job.expectOpen('Restore of testVM');
}
