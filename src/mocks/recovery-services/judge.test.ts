import { describe, expect, test } from 'vitest';
import { shutDown } from '#src/mocks/testing-worlds.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { production } from '#src/mocks/world/worlds/default-estate.ts';
import type { Seed } from '#src/mocks/world/seed.ts';

const root = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';

/** What the service says to a restore of the documents' machine with these values changed. */
async function answerTo(change: object, point = '20982486783671'): Promise<[number, string]> {
  const { send } = testAzure('default');
  const answer = await send(
    'POST',
    `${exampleItem}/recoveryPoints/${point}/restore?api-version=2024-04-01`,
    { properties: { ...exampleRestore.properties, ...change } },
  );
  return [answer.status, await answer.text()];
}

const account = (name: string) => ({
  storageAccountId: `${root}/testRG/providers/Microsoft.Storage/storageAccounts/${name}`,
});
const newMachine = {
  recoveryType: 'AlternateLocation',
  targetResourceGroupId: `${root}/targetRG`,
  targetVirtualMachineId: `${root}/targetRG/providers/Microsoft.Compute/virtualmachines/targetVM`,
  virtualNetworkId: `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet`,
  subnetId: `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet/subnets/default`,
};

describe('what the service takes', () => {
  test.each([
    ['the documents’ body', {}],
    ['a target group', { targetResourceGroupId: `${root}/targetRG` }],
    [
      'ids in other letter case',
      { sourceResourceId: exampleRestore.properties.sourceResourceId.toUpperCase() },
    ],
    ['null for what does not apply', { virtualNetworkId: null, subnetId: null, zones: null }],
    ['the other staging account', account('testingAccount')],
    ['the OS disk alone', { restoreDiskLunList: [] }],
    ['a new machine, document 004', newMachine],
    ['a replace', { recoveryType: 'OriginalLocation' }],
  ])('%s', async (_, change) => {
    expect((await answerTo(change))[0]).toBe(202);
  });
});

describe('what the service refuses', () => {
  test.each([
    ['another point than the address', { recoveryPointId: '23358112038108' }, 'recoveryPointId'],
    ['another source', { sourceResourceId: `${root}/testRG/x` }, 'sourceResourceId'],
    ['another region', { region: 'eastus' }, 'region'],
    ['no staging account', { storageAccountId: null }, 'storageAccountId'],
    ['an unknown staging account', account('nobody'), 'not found'],
    ['a zone-redundant staging account', account('testzrsaccount'), 'Zone redundant'],
    ['an unknown target group', { targetResourceGroupId: `${root}/nowhere` }, 'nowhere'],
    [
      'the original accounts',
      { originalStorageAccountOption: true },
      'originalStorageAccountOption',
    ],
    ['a LUN that is not there', { restoreDiskLunList: [7] }, 'LUN 7'],
    ['encryption that is not', { encryptionDetails: { encryptionEnabled: true } }, 'encrypted'],
    [
      'private access without a disk access',
      {
        targetDiskNetworkAccessSettings: {
          targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
        },
      },
      'targetDiskAccessId',
    ],
    [
      'a new machine without network',
      { ...newMachine, virtualNetworkId: null },
      'virtualNetworkId',
    ],
    ['a subnet that is not there', { ...newMachine, subnetId: `${root}/x` }, 'subnet'],
    [
      'a new machine’s name that is taken',
      { ...newMachine, targetVirtualMachineId: exampleRestore.properties.sourceResourceId },
      'exists already',
    ],
  ])('%s', async (_, change, words) => {
    const [status, text] = await answerTo(change);
    expect(status).toBe(400);
    expect(text).toContain('CloudInvalidInputError');
    expect(text).toContain(words);
  });

  test('a point that is not there', async () => {
    expect((await answerTo({ recoveryPointId: '1' }, '1'))[0]).toBe(404);
  });

  test.each([
    ['no object', 'text'],
    ['an unknown kind', { properties: { objectType: 'X' } }],
  ])('a body that is %s', async (_, body) => {
    const { send } = testAzure('default');
    const path = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
    const answer = await send('POST', path, body);
    expect(answer.status).toBe(400);
    expect(await jsonOf(answer)).toMatchObject({ error: { code: 'BMSUserErrorInvalidInput' } });
  });
});

/** A restore of another machine of the default world, right in all but what is changed. */
async function restoreOf(name: string, change: object, pointIndex = 0, seed: Seed = defaultWorld) {
  const machine = seed.machines.find(({ id }) => id.endsWith(`/${name}`));
  const instance = seed.instances.find(({ machineId }) => machineId === machine?.id);
  const vault = seed.vaults.find(({ id }) => id === instance?.vaultId);
  const staging = seed.accounts.find(
    ({ location, sku, kind }) =>
      location === vault?.location && sku === 'Standard_LRS' && kind === 'StorageV2',
  );
  const point = instance?.points[pointIndex]?.name ?? '';
  const { send } = testAzure({ seed, faults: [], profile: 'documented' });
  const answer = await send(
    'POST',
    `${instance?.id ?? ''}/recoveryPoints/${point}/restore?api-version=2024-04-01`,
    {
      properties: {
        ...exampleRestore.properties,
        recoveryPointId: point,
        sourceResourceId: machine?.id,
        region: vault?.location,
        storageAccountId: staging?.id,
        ...change,
      },
    },
  );
  return [answer.status, await answer.text()] as const;
}

const inPlace = { recoveryType: 'OriginalLocation' };
const allOff = shutDown(defaultWorld);
const toExample = { targetResourceGroupId: `${root}/targetRG` };
const stagingOf = (name: string) => ({
  storageAccountId: `/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-restore-weu/providers/Microsoft.Storage/storageAccounts/${name}`,
});

describe('machines of the default world', () => {
  test.each([
    ['app01', {}, 0],
    ['app01', inPlace, 0],
    ['app01', toExample, 0],
    ['app01', stagingOf('stprodweuprem'), 0],
    ['web-fe-07', stagingOf('stprodweufw'), 0],
    ['hr-db-01', {}, 0],
    ['legacy-img-03', {}, 0],
    ['files-hq', {}, 0],
    ['files-hq', inPlace, 1],
    ['old-crm-01', {}, 0],
    ['app01', { zones: ['1'] }, 0],
    ['dc-hq-01', { zones: ['2'] }, 6],
    ['legacy-img-03', { restoreWithManagedDisks: true }, 0],
  ] as const)('%s is restored with %o from point %i', async (name, change, index) => {
    expect((await restoreOf(name, change, index, allOff))[0]).toBe(202);
  });

  test.each([
    ['old-crm-01', inPlace, 'deleted'],
    ['hr-db-01', inPlace, 'Encrypted'],
    ['fin-ledger-01', inPlace, 'Encrypted'],
    ['legacy-img-03', inPlace, 'unmanaged'],
    ['classic-crm', inPlace, 'Classic'],
    ['gold-image-01', inPlace, 'Generalized'],
    ['files-hq', inPlace, 'transfer'],
    ['hr-db-01', toExample, 'disabled'],
    ['files-hq', toExample, 'disabled'],
    ['legacy-img-03', toExample, 'managed'],
    ['web-fe-07', stagingOf('stprodweuprem'), 'premium'],
    ['app01', stagingOf('stprodweupremfw'), 'network rules'],
    ['app01', stagingOf('stprodweublob'), 'Blob'],
    ['app01', stagingOf('stprodweugzrs'), 'Zone redundant'],
    ['app01', stagingOf('stprodneu01'), 'northeurope'],
    ['app01', { zones: ['2'] }, 'zone-redundant'],
    ['app01', { zones: ['1', '2'] }, 'one zone'],
    ['dc-hq-01', { zones: ['2'] }, 'vault tier'],
    ['fin-ledger-01', { zones: ['2'] }, 'Encrypted'],
    ['legacy-img-03', { zones: ['2'] }, 'Only managed'],
  ] as const)('%s is refused with %o', async (name, change, words) => {
    const [status, text] = await restoreOf(name, change);
    expect(status).toBe(400);
    expect(text).toContain(words);
  });

  test('a new machine goes to no group that the person may only look at; disks do', async () => {
    const group = `/subscriptions/${production}/resourceGroups/rg-readonly-weu`;
    const network = `/subscriptions/${production}/resourceGroups/rg-network-weu/providers/Microsoft.Network/virtualNetworks/vnet-prod-weu`;
    const change = {
      recoveryType: 'AlternateLocation',
      targetResourceGroupId: group.toUpperCase(),
      targetVirtualMachineId: `${group}/providers/Microsoft.Compute/virtualMachines/copy`,
      virtualNetworkId: network,
      subnetId: `${network}/subnets/default`,
    };
    const [status, text] = await restoreOf('app01', change);
    expect(status).toBe(403);
    expect(text).toContain('LinkedAuthorizationFailed');
    expect(text).toContain("action(s) 'Microsoft.Compute/virtualMachines/write'");
    expect((await restoreOf('app01', { targetResourceGroupId: group }))[0]).toBe(202);
    const elsewhere = group.replace('rg-readonly-weu', 'rg-app-prod');
    const targetVirtualMachineId = `${elsewhere}/providers/Microsoft.Compute/virtualMachines/copy`;
    expect(
      (
        await restoreOf('app01', {
          ...change,
          targetResourceGroupId: elsewhere,
          targetVirtualMachineId,
        })
      )[0],
    ).toBe(202);
  });

  test('a point in the archive needs the rehydration request', async () => {
    expect((await restoreOf('app01', {}, 30))[1]).toContain('archive');
    const objectType = 'IaasVMRestoreWithRehydrationRequest';
    const withInfo = (recoveryPointRehydrationInfo?: object) =>
      restoreOf('app01', { objectType, recoveryPointRehydrationInfo }, 30);
    const info = { rehydrationRetentionDuration: 'P7D', rehydrationPriority: 'High' };
    expect((await withInfo(info))[0]).toBe(202);
    expect((await withInfo())[1]).toContain('recoveryPointRehydrationInfo');
    const hours = { ...info, rehydrationRetentionDuration: 'PT7H' };
    expect((await withInfo(hours))[1]).toContain('number of days');
    const hurry = { ...info, rehydrationPriority: 'Urgent' };
    expect((await withInfo(hurry))[1]).toContain('Standard or High');
    expect(
      (await restoreOf('app01', { objectType, recoveryPointRehydrationInfo: info }, 3))[1],
    ).toContain('alone');
  });

  test('a point whose copies are gone is taken, and its job fails with the documented code', async () => {
    const tiers = [
      { type: 'InstantRP', status: 'Deleted' },
      { type: 'HardenedRP', status: 'Disabled' },
    ] as const;
    const { azure, clock, get, send } = testAzure('default');
    const at = clock.now();
    const pointName = exampleRestore.properties.recoveryPointId;
    await azure.append([
      { type: 'point-tiered', at, itemId: exampleItem, pointName, tiers, fromMs: at },
    ]);
    const path = `${exampleItem}/recoveryPoints/${pointName}/restore?api-version=2024-04-01`;
    const accepted = await send('POST', path, exampleRestore);
    expect(accepted.status).toBe(202);
    clock.add(3600);
    const filter = "$filter=operation eq 'Restore' and startTime eq '2025-06-05 02:44:00 AM'";
    const jobs = await get(`${exampleVault}/backupJobs?api-version=2024-04-01&${filter}`);
    expect(await jsonOf(jobs)).toMatchObject({
      value: [
        {
          properties: {
            status: 'Failed',
            errorDetails: [{ errorTitle: 'UserErrorInstantRpNotFound' }],
          },
        },
      ],
    });
  });

  test('another subscription, once the vault allows it: no snapshot, no encryption, same tenant', async () => {
    const open: Seed = {
      ...defaultWorld,
      vaults: defaultWorld.vaults.map((vault) => ({
        ...vault,
        crossSubscriptionRestore: 'Enabled',
      })),
    };
    expect((await restoreOf('files-hq', toExample, 0, open))[1]).toContain('only a snapshot');
    expect((await restoreOf('files-hq', toExample, 1, open))[0]).toBe(202);
    expect((await restoreOf('hr-db-01', toExample, 0, open))[1]).toContain('Azure Disk Encryption');
    const foreign: Seed = {
      ...open,
      subscriptions: open.subscriptions.map((one) => ({ ...one, tenantId: one.subscriptionId })),
    };
    expect((await restoreOf('app01', toExample, 0, foreign))[1]).toContain('tenant');
  });
});
