import { describe, expect, onTestFinished, test } from 'vitest';

import { corporate, inGroup, production } from '#src/mocks/world/worlds/default-estate.ts';

import { clientsAt, fast, sourceOf } from './testing-clients.ts';
import { jobIdOf, requestOf, restored, trigger, type Wish } from './testing-restores.ts';

/** Every kind of restore by Azure's own client, followed to its job by the SDK's own poller. */

const connected = clientsAt(onTestFinished);

const restoreWeu = inGroup(production, 'rg-restore-weu');
const restoreEus2 = inGroup(corporate, 'rg-restore-eus2');
const dr = inGroup(corporate, 'rg-dr-weu');
const examples = inGroup('00000000-0000-0000-0000-000000000000', 'targetRG');
const into = (targetResourceGroupId: string): Wish => ({ targetResourceGroupId });
const staging = (name: string): string =>
  `${restoreWeu}/providers/Microsoft.Storage/storageAccounts/${name}`;
const inCompute = (group: string, kind: string, name: string): string =>
  `${group}/providers/Microsoft.Compute/${kind}/${name}`;

function newMachine(group: string, network: string, subnet: string): Wish {
  const virtualNetworkId = `${group}/providers/Microsoft.Network/virtualNetworks/${network}`;
  return {
    recoveryType: 'AlternateLocation',
    targetResourceGroupId: group,
    targetVirtualMachineId: inCompute(group, 'virtualMachines', 'sdkVM'),
    virtualNetworkId,
    subnetId: `${virtualNetworkId}/subnets/${subnet}`,
  };
}

/** The account is named in one place or the other, never in both (azure-contract §5). */
const byIdentity = (identityInfo: Wish['identityInfo']): Wish => ({
  storageAccountId: undefined,
  identityInfo,
  identityBasedRestoreDetails: { targetStorageAccountId: staging('stprodweu01') },
  ...into(restoreWeu),
});

const disks = 'Recover disks';
const machine = 'Recover VM to an alternate location';
const inPlace = 'Replace disks';

/** What of which machine is restored how; of which point, where 0 is the newest. */
type Kind = [what: string, of: string, jobType: string, wish: Wish, point?: number];

const kinds: readonly Kind[] = [
  ['disks', 'testVM', disks, into(examples)],
  ['the system disk alone', 'app01', disks, { restoreDiskLunList: [] }],
  ['a new machine', 'testVM', machine, newMachine(examples, 'testNet', 'default')],
  ['disks in place', 'testVM', inPlace, { recoveryType: 'OriginalLocation' }],
  ['unmanaged disks as they are', 'legacy-img-03', disks, {}],
  [
    'unmanaged disks as managed ones',
    'legacy-img-03',
    disks,
    { restoreWithManagedDisks: true, ...into(restoreEus2) },
  ],
  [
    'disks under an encryption set',
    'ml-batch-01',
    disks,
    {
      diskEncryptionSetId: inCompute(restoreEus2, 'diskEncryptionSets', 'des-restore-eus2'),
      ...into(restoreEus2),
    },
  ],
  [
    'disks with Azure Disk Encryption',
    'hr-db-01',
    disks,
    {
      encryptionDetails: {
        encryptionEnabled: true,
        secretKeyUrl: 'https://kv-hr.vault.azure.net/secrets/bek/1',
        secretKeyVaultId: `${inGroup(production, 'rg-hr')}/providers/Microsoft.KeyVault/vaults/kv-hr`,
      },
    },
  ],
  [
    'disks by the system’s identity',
    'app01',
    disks,
    byIdentity({ isSystemAssignedIdentity: true }),
  ],
  [
    'disks by a user’s identity',
    'app01',
    disks,
    byIdentity({
      isSystemAssignedIdentity: false,
      managedIdentityResourceId: `${inGroup(production, 'rg-backup-weu')}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-restore-weu`,
    }),
  ],
  ['disks in another zone', 'media-arch-01', disks, { zones: ['3'] }, 20],
  [
    'a new machine in another subscription',
    'app01',
    machine,
    newMachine(dr, 'vnet-dr-weu', 'snet-dr'),
    1,
  ],
  [
    'private disks of another access',
    'pay-api-02',
    disks,
    {
      targetDiskNetworkAccessSettings: {
        targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
        targetDiskAccessId: inCompute(restoreWeu, 'diskAccesses', 'da-restore-weu'),
      },
      ...into(restoreWeu),
    },
  ],
  [
    'a point in the archive',
    'app01',
    disks,
    {
      objectType: 'IaasVMRestoreWithRehydrationRequest',
      recoveryPointRehydrationInfo: {
        rehydrationRetentionDuration: 'P7D',
        rehydrationPriority: 'High',
      },
    },
    30,
  ],
];

describe('a restore, followed by the SDK’s own poller, and its job to the end', () => {
  test.each(kinds)('of %s', async (_, ...[of, jobType, wish, point = 0]) => {
    const source = sourceOf(of);
    const { backup } = await connected({ speed: fast, subscription: source.subscription });
    const { poller, operation } = await trigger(backup, source, requestOf(source, point, wish));
    await poller.pollUntilDone();
    expect(poller.getOperationState().status).toBe('succeeded');
    const status = await backup.protectedItemOperationStatuses.get(...source.item, operation);
    expect(status).toMatchObject({
      status: 'Succeeded',
      properties: { objectType: 'OperationStatusJobExtendedInfo' },
    });
    const job = jobIdOf(status);
    await expect
      .poll(async () => (await backup.jobDetails.get(...source.vault, job)).properties)
      .toMatchObject({
        status: 'Completed',
        operation: 'Restore',
        entityFriendlyName: of,
        extendedInfo: { propertyBag: { 'Job Type': jobType } },
      });
  });
});

test('a restore is in progress for the poller until the operation ends, also from the vault', async () => {
  const source = sourceOf('testVM');
  const { backup, step } = await connected();
  const { poller, operation } = await trigger(backup, source, requestOf(source, 0, {}));
  const fromVault = () => backup.backupOperationStatuses.get(...source.vault, operation);
  await poller.poll();
  expect(poller.getOperationState().status).toBe('running');
  expect((await fromVault()).status).toBe('InProgress');
  await step(90_000);
  await poller.poll();
  expect(poller.getOperationState().status).toBe('succeeded');
  expect((await fromVault()).status).toBe('Succeeded');
});

test('an invalid restore is refused at the request, with the field’s name', async () => {
  const source = sourceOf('testVM');
  const { backup } = await connected();
  const refused = restored(backup, source, requestOf(source, 0, { region: 'eastus' }));
  await expect(refused).rejects.toMatchObject({ statusCode: 400, code: 'CloudInvalidInputError' });
  await expect(refused).rejects.toThrow('region');
});
