import { expect, type Page } from 'playwright/test';
import type { SimulationControls } from '#src/mocks/panel/window.ts';
import { diskSources, subscriptionIds } from './disk-sources.ts';
import { acceptedRestores, type RestoreAccepted } from './simulated.ts';
import type { Source } from './sources.ts';

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

/** Another operator restores a disk of West Europe at this moment. */
export async function anotherUserRestoresDisk(page: Page, order: DiskOrder): Promise<void> {
  const source = diskSources[order.disk];
  const group = `/subscriptions/${subscriptionIds[order.subscription] ?? ''}/resourceGroups/${order.group}`;
  const body = {
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
  };
  const status = await page.evaluate(
    async ([instance, text]) => {
      const address = `https://management.azure.com${instance}/restore?api-version=2024-04-01`;
      const headers = {
        authorization: 'Bearer of-somebody-else',
        'content-type': 'application/json',
      };
      return (await fetch(address, { method: 'POST', headers, body: text })).status;
    },
    [source?.instance ?? '', JSON.stringify(body)] as const,
  );
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
  const text = await page.evaluate(async (where) => {
    const path = `${where}/providers/Microsoft.Authorization/roleAssignments`;
    const answer = await fetch(`https://management.azure.com${path}?api-version=2022-04-01`, {
      headers: { authorization: 'Bearer of-somebody-else' },
    });
    return answer.text();
  }, scope);
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
export async function grantInAzure(page: Page, given: RoleGiven): Promise<void> {
  const status = await page.evaluate(async ({ scope, role, vault }) => {
    const azure = 'https://management.azure.com';
    const headers = {
      authorization: 'Bearer of-somebody-else',
      'content-type': 'application/json',
    };
    const found = await fetch(`${azure}${vault}?api-version=2024-04-01`, { headers });
    const [, principalId] = /"principalId":"([^"]+)"/.exec(await found.text()) ?? [];
    const roles = `${azure}${scope}/providers/Microsoft.Authorization/roleAssignments`;
    const roleDefinitionId = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
    const answer = await fetch(`${roles}/${crypto.randomUUID()}?api-version=2022-04-01`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ properties: { roleDefinitionId, principalId } }),
    });
    return answer.status;
  }, given);
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
  const properties = { restoreSettings: { crossSubscriptionRestoreSettings } };
  const status = await page.evaluate(
    async ([id, body]) => {
      const address = `https://management.azure.com${id}?api-version=2024-04-01`;
      const headers = {
        authorization: 'Bearer of-somebody-else',
        'content-type': 'application/json',
      };
      return (await fetch(address, { method: 'PATCH', headers, body })).status;
    },
    [vault, JSON.stringify({ properties })] as const,
  );
  expect(status).toBe(202);
}

const documents = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';

/** Another operator attaches a disk of targetRG, by the start of its name, to testVM. */
export async function attachInAzure(page: Page, start: string): Promise<void> {
  const status = await page.evaluate(
    async ([root, name]) => {
      const azure = 'https://management.azure.com';
      const headers = {
        authorization: 'Bearer of-somebody-else',
        'content-type': 'application/json',
      };
      const disks = `${azure}${root}/targetRG/providers/Microsoft.Compute/disks`;
      const found = await fetch(`${disks}?api-version=2023-10-02`, { headers });
      const [, diskId] =
        new RegExp(`"id":"([^"]+/disks/${name}[^"]*)"`).exec(await found.text()) ?? [];
      const machine = `${azure}${root}/testRG/providers/Microsoft.Compute/virtualMachines/testVM`;
      const answer = await fetch(`${machine}/attachDetachDataDisks?api-version=2024-03-01`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ dataDisksToAttach: [{ diskId, lun: 9 }] }),
      });
      return answer.status;
    },
    [documents, start] as const,
  );
  expect([200, 202]).toContain(status);
}

/** Another operator builds a VM of a name in targetRG from the restored OS disk there. */
export async function buildInAzure(page: Page, name: string): Promise<void> {
  const status = await page.evaluate(
    async ([root, machine]) => {
      const group = `https://management.azure.com${root}/targetRG/providers`;
      const headers = {
        authorization: 'Bearer of-somebody-else',
        'content-type': 'application/json',
      };
      const put = async (path: string, body: object) =>
        fetch(`${group}/${path}`, { method: 'PUT', headers, body: JSON.stringify(body) });
      const found = await fetch(`${group}/Microsoft.Compute/disks?api-version=2023-10-02`, {
        headers,
      });
      const [, osDisk] = /"id":"([^"]+\/disks\/testvm-osdisk[^"]*)"/.exec(await found.text()) ?? [];
      const network = `${root}/targetRG/providers/Microsoft.Network`;
      const subnet = { id: `${network}/virtualNetworks/testNet/subnets/default` };
      await put('Microsoft.Network/networkInterfaces/by-hand?api-version=2024-01-01', {
        location: 'westus',
        properties: { ipConfigurations: [{ name: 'ip', properties: { subnet } }] },
      });
      const answer = await put(
        `Microsoft.Compute/virtualMachines/${machine}?api-version=2024-03-01`,
        {
          location: 'westus',
          properties: {
            hardwareProfile: { vmSize: 'Standard_A1_v2' },
            networkProfile: { networkInterfaces: [{ id: `${network}/networkInterfaces/by-hand` }] },
            storageProfile: {
              osDisk: { createOption: 'Attach', osType: 'Windows', managedDisk: { id: osDisk } },
            },
          },
        },
      );
      return answer.status;
    },
    [documents, name] as const,
  );
  expect(status).toBe(201);
}
