import type {
  IaasVMRestoreRequest,
  OperationStatus,
  RecoveryServicesBackupClient,
} from '@azure/arm-recoveryservicesbackup';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';

import { originOf } from '#src/mocks/scenarios.ts';
import { exampleRestore } from '#src/mocks/testing-example.ts';
import { production } from '#src/mocks/world/worlds/default-estate.ts';

import { connectClients, type OfficialClients } from './clients.ts';

/** Azure's own clients against the served simulated Azure. */

interface Wanted {
  readonly pageSize?: number;
  readonly speed?: number;
  readonly subscription?: string;
}

const documents = '00000000-0000-0000-0000-000000000000';

/** So fast that nobody waits for a restore. */
const fast = 1_000_000;

/** Clients at the world of the demo. */
async function connected({
  pageSize = 200,
  speed = 1,
  subscription = documents,
}: Wanted): Promise<OfficialClients> {
  const scenario = { ...originOf('default'), pageSize };
  const clients = await connectClients({ scenario, speed, subscription });
  onTestFinished(clients.close);
  return clients;
}

/** What pages hold, page by page. */
async function read<Thing>(pages: AsyncIterable<Thing[]>): Promise<Thing[][]> {
  const all: Thing[][] = [];
  for await (const page of pages) all.push(page);
  return all;
}

const rowsWire = z.array(z.unknown());
const sizes = (pages: readonly (readonly unknown[])[]) => pages.map(({ length }) => length);
const onlyMachines = { filter: "backupManagementType eq 'AzureIaasVM'" };
const prodVault = ['rsv-prod-weu', 'rg-backup-weu'] as const;
const testVault = ['testVault', 'testVaultRG'] as const;
const container = 'iaasvmcontainer;iaasvmcontainerv2;testRG;testVM';
const testItem = [...testVault, 'Azure', container, 'VM;testRG;testVM'] as const;

describe('lists, page by page', () => {
  test('vaults, and one of them', async () => {
    const { vaults } = (await connected({ pageSize: 1, subscription: production })).vaults;
    const pages = await read(vaults.listBySubscriptionId().byPage());
    expect(sizes(pages)).toEqual([1, 1]);
    expect(pages.flat().map(({ name }) => name)).toEqual(['rsv-prod-weu', 'rsv-hr-weu']);
    expect(await vaults.get('rg-backup-weu', 'rsv-prod-weu')).toMatchObject({
      name: 'rsv-prod-weu',
      location: 'westeurope',
      properties: { provisioningState: 'Succeeded' },
    });
  });

  test('protected items, and one of them', async () => {
    const { backup } = await connected({ pageSize: 2, subscription: production });
    const pages = await read(backup.backupProtectedItems.list(...prodVault, onlyMachines).byPage());
    expect(sizes(pages)).toEqual([2, 2, 1]);
    expect(pages[0]?.[0]?.properties).toMatchObject({
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      friendlyName: 'app01',
    });
    const here = await connected({});
    const one = await here.backup.protectedItems.get(...testItem);
    expect(one.properties).toMatchObject({ friendlyName: 'testVM', extendedInfo: {} });
  });

  test('recovery points, and one of them', async () => {
    const { recoveryPoints } = (await connected({ pageSize: 10 })).backup;
    const pages = await read(recoveryPoints.list(...testItem).byPage());
    expect(sizes(pages)).toEqual([10, 10, 10, 1]);
    const one = await recoveryPoints.get(...testItem, '20982486783671');
    expect(pages.flat().map(({ name }) => name)).toContain(one.name);
    expect(one.properties).toMatchObject({
      objectType: 'IaasVMRecoveryPoint',
      recoveryPointTierDetails: [{ status: 'Valid' }, { status: 'Valid' }],
    });
  });

  test('jobs, and one of them with its details', async () => {
    const { backup } = await connected({ pageSize: 10, subscription: production });
    const pages = await read(backup.backupJobs.list(...prodVault, onlyMachines).byPage());
    expect(pages.length).toBeGreaterThan(1);
    const names = pages.flat().map(({ name }) => name ?? '');
    expect(new Set(names).size).toBe(names.length);
    const one = await backup.jobDetails.get(...prodVault, names[0] ?? '');
    expect(one).toMatchObject({
      name: names[0],
      properties: { jobType: 'AzureIaaSVMJob' },
    });
    expect(one.properties).toHaveProperty('extendedInfo.tasksList');
  });

  test('rows of Resource Graph, by its own token', async () => {
    const { graph } = await connected({});
    const query = 'resources | project id, type | order by id asc';
    const rows: unknown[] = [];
    let skipToken: string | undefined;
    do {
      const page = await graph.resources({ query, options: { top: 3, skipToken } });
      expect(page.count).toBeLessThanOrEqual(3);
      rows.push(...rowsWire.parse(page.data));
      skipToken = page.skipToken;
    } while (skipToken !== undefined);
    const whole = await graph.resources({ query });
    expect(rows).toEqual(whole.data);
    expect(rows.length).toBeGreaterThan(3);
  });
});

test('the encryption of a vault is read', async () => {
  const { backup } = await connected({});
  const { properties } = await backup.backupResourceEncryptionConfigs.get(...testVault);
  expect(properties).toMatchObject({ encryptionAtRestType: 'MicrosoftManaged' });
});

const root = `/subscriptions/${documents}/resourceGroups`;
const network = `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet`;
const kinds: readonly (readonly [string, string, Partial<IaasVMRestoreRequest>])[] = [
  ['disks', 'Recover disks', { targetResourceGroupId: `${root}/targetRG` }],
  [
    'a new machine',
    'Recover VM to an alternate location',
    {
      recoveryType: 'AlternateLocation',
      targetResourceGroupId: `${root}/targetRG`,
      targetVirtualMachineId: `${root}/targetRG/providers/Microsoft.Compute/virtualMachines/sdkVM`,
      virtualNetworkId: network,
      subnetId: `${network}/subnets/default`,
    },
  ],
  ['disks in place', 'Recover VM disks in place', { recoveryType: 'OriginalLocation' }],
];

/** Starts a restore; the operation's id is in a header, which the poller does not tell. */
async function trigger(
  { restores }: RecoveryServicesBackupClient,
  change: Partial<IaasVMRestoreRequest>,
) {
  let address = '';
  const properties: IaasVMRestoreRequest = {
    ...exampleRestore.properties,
    objectType: 'IaasVMRestoreRequest',
    ...change,
  };
  const poller = await restores.beginTrigger(
    ...testItem,
    '20982486783671',
    { properties },
    { onResponse: ({ headers }) => (address ||= headers.get('azure-asyncoperation') ?? '') },
  );
  return { poller, operation: new URL(address).pathname.split('/').at(-1) ?? '' };
}

function jobIdOf({ properties }: OperationStatus): string {
  return properties !== undefined && 'jobId' in properties ? (properties.jobId ?? '') : '';
}

describe('a restore, followed by the SDK’s own poller, and its job to the end', () => {
  test.each(kinds)('of %s', async (_, jobType, change) => {
    const { backup } = await connected({ speed: fast });
    const { poller, operation } = await trigger(backup, change);
    await poller.pollUntilDone();
    expect(poller.getOperationState().status).toBe('succeeded');
    const status = await backup.protectedItemOperationStatuses.get(...testItem, operation);
    expect(status.status).toBe('Succeeded');
    await expect
      .poll(async () => (await backup.jobDetails.get(...testVault, jobIdOf(status))).properties)
      .toMatchObject({
        status: 'Completed',
        entityFriendlyName: 'testVM',
        extendedInfo: { propertyBag: { 'Job Type': jobType } },
      });
  });

  test('is in progress for the poller until the operation ends', async () => {
    const { backup, step } = await connected({});
    const { poller } = await trigger(backup, {});
    await poller.poll();
    expect(poller.getOperationState().status).toBe('running');
    await step(90_000);
    await poller.poll();
    expect(poller.getOperationState().status).toBe('succeeded');
  });
});
