import { describe, expect, test } from 'vitest';
import { exampleRestore } from '#src/mocks/testing-example.ts';
import { shutDown } from '#src/mocks/testing-worlds.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

/** What the service says of names, networks, keys, identities, disk accesses and zones. */

const production = '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups';
const corporate = '/subscriptions/c3a9d514-7e28-4f6b-8b02-61f5e8a7d330/resourceGroups';
const restoreGroup = `${production}/rg-restore-weu`;
const drGroup = `${corporate}/rg-dr-weu`;
const net = (group: string, name: string) =>
  `${group}/providers/Microsoft.Network/virtualNetworks/${name}`;
const prodNet = net(`${production}/rg-network-weu`, 'vnet-prod-weu');
const drNet = net(drGroup, 'vnet-dr-weu');
const account = (group: string, name: string) =>
  `${group}/providers/Microsoft.Storage/storageAccounts/${name}`;
const weu = account(restoreGroup, 'stprodweu01');
const eus2 = account(`${corporate}/rg-restore-eus2`, 'stcorpeus201');
const neu = account(`${corporate}/rg-restore-neu`, 'stcorpneu01');
const disk = (group: string, kind: string, name: string) =>
  `${group}/providers/Microsoft.Compute/${kind}/${name}`;

async function answerTo(name: string, change: object, pointIndex = 1) {
  const machine = defaultWorld.machines.find(({ id }) => id.endsWith(`/${name}`));
  const instance = defaultWorld.instances.find(({ machineId }) => machineId === machine?.id);
  const vault = defaultWorld.vaults.find(({ id }) => id === instance?.vaultId);
  const point = instance?.points[pointIndex]?.name ?? '';
  const accounts: Record<string, string> = {
    westeurope: weu,
    eastus2: eus2,
    northeurope: neu,
    westus: exampleRestore.properties.storageAccountId,
  };
  const { send } = testAzure({ seed: shutDown(defaultWorld), profile: 'documented', faults: [] });
  const answer = await send(
    'POST',
    `${instance?.id ?? ''}/recoveryPoints/${point}/restore?api-version=2024-04-01`,
    {
      properties: {
        objectType: 'IaasVMRestoreRequest',
        recoveryPointId: point,
        recoveryType: 'RestoreDisks',
        sourceResourceId: machine?.id,
        storageAccountId: accounts[vault?.location ?? ''],
        region: vault?.location,
        ...change,
      },
    },
  );
  return { status: answer.status, text: await answer.text() };
}

const machineIn = (group: string, name: string) => ({
  recoveryType: 'AlternateLocation',
  targetResourceGroupId: group,
  targetVirtualMachineId: `${group}/providers/Microsoft.Compute/virtualMachines/${name}`,
  virtualNetworkId: prodNet,
  subnetId: `${prodNet}/subnets/default`,
});
const fresh = machineIn(restoreGroup, 'app01-new');
const onNet = (network: string, subnet: string) => ({
  virtualNetworkId: network,
  subnetId: `${network}/subnets/${subnet}`,
});
const keyOf = (group: string, name: string) => ({
  diskEncryptionSetId: disk(group, 'diskEncryptionSets', name),
});
const eus2Key = (name: string) => keyOf(`${corporate}/rg-restore-eus2`, name);
const access = (option: string, id?: string) => ({
  targetDiskNetworkAccessSettings: {
    targetDiskNetworkAccessOption: option,
    ...(id === undefined ? {} : { targetDiskAccessId: id }),
  },
});
const privately = (name: string, group = restoreGroup) =>
  access('EnablePrivateAccessForAllDisks', disk(group, 'diskAccesses', name));
const identityId = (group: string, name: string) =>
  `${group}/providers/microsoft.managedidentity/userassignedidentities/${name}`;
const by = (identityInfo: object | null, targetStorageAccountId: string | null, key?: string) => ({
  storageAccountId: key ?? null,
  identityInfo,
  identityBasedRestoreDetails: targetStorageAccountId === null ? null : { targetStorageAccountId },
});
const system = { isSystemAssignedIdentity: true };
const user = (id: string) => ({ isSystemAssignedIdentity: false, managedIdentityResourceId: id });
const ownId = identityId(`${production}/rg-backup-weu`, 'ID-restore-weu');

describe('the service takes', () => {
  test.each([
    ['a new machine', 'app01', fresh],
    ['a name of 64 characters', 'app01', machineIn(restoreGroup, 'a'.repeat(64))],
    ['all characters that a name may have', 'app01', machineIn(restoreGroup, 'A.b_c-9')],
    ['the name of a machine that was deleted', 'app01', machineIn(restoreGroup, 'old-crm-01')],
    ['the name of a machine elsewhere', 'app01', machineIn(restoreGroup, 'files-hq')],
    [
      'another subscription with a network of its own',
      'app01',
      { ...machineIn(drGroup, 'app01'), ...onNet(drNet, 'snet-dr') },
    ],
    [
      'another encryption set for disks under the customer’s key',
      'fin-ledger-01',
      eus2Key('des-restore-eus2'),
    ],
    [
      'an encryption set with a vault under the customer’s key',
      'ml-batch-01',
      eus2Key('des-restore-eus2'),
    ],
    ['same access as the source', 'pay-api-02', access('SameAsOnSourceDisks')],
    ['public access', 'pay-api-02', access('EnablePublicAccessForAllDisks')],
    ['private access', 'pay-api-02', privately('da-restore-weu')],
    ['a disk access of another subscription', 'pay-api-02', privately('da-dr-weu', drGroup)],
    ['the system’s identity', 'app01', by(system, weu)],
    ['a user’s identity, in other letter case', 'app01', by(user(ownId), weu)],
    [
      'the system’s identity behind a firewall',
      'app01',
      by(system, account(restoreGroup, 'stprodweufw')),
    ],
    [
      'a user’s identity into a group in which it may restore',
      'app01',
      { ...by(user(ownId), weu), targetResourceGroupId: restoreGroup },
    ],
    ['null identity fields', 'app01', by(null, null, weu)],
    ['an identity in a replace', 'app01', { ...by(system, weu), recoveryType: 'OriginalLocation' }],
  ])('%s', async (_, name, change) => {
    expect(await answerTo(name, change)).toMatchObject({ status: 202 });
  });

  test('another zone of a vault that has the data there', async () => {
    const { status } = await answerTo('media-arch-01', { zones: ['3'] }, 20);
    expect(status).toBe(202);
  });
});

describe('the service refuses', () => {
  test.each([
    ['no name', 'app01', machineIn(restoreGroup, ''), 'not the id of a virtual machine'],
    ['a name of 65 characters', 'app01', machineIn(restoreGroup, 'a'.repeat(65)), '1 to 64'],
    ['a name with a blank', 'app01', machineIn(restoreGroup, 'my vm'), 'letters, digits'],
    ['a name with a slash at its end', 'app01', machineIn(restoreGroup, 'Q/'), '1 to 64'],
    ['a name with other letters', 'app01', machineIn(restoreGroup, 'größe'), 'letters, digits'],
    ['a leading dot', 'app01', machineIn(restoreGroup, '.vm'), 'begin with'],
    ['a hyphen at the end', 'app01', machineIn(restoreGroup, 'vm-'), 'not end in'],
    ['a taken name, other group and case', 'app01', machineIn(restoreGroup, 'WEB-fe-07'), 'exists'],
    [
      'the name of a restore under way',
      'app01',
      machineIn(restoreGroup, 'app01-restored'),
      'exists',
    ],
    [
      'another id in the machine’s place',
      'app01',
      { ...fresh, targetVirtualMachineId: weu },
      'not the id',
    ],
    [
      'two groups',
      'app01',
      { ...fresh, targetResourceGroupId: `${production}/rg-web` },
      'not in the target',
    ],
    [
      'a group that is not there',
      'app01',
      machineIn(`${production}/rg-none`, 'x'),
      'rg-none was not found',
    ],
    [
      'a network that is not there',
      'app01',
      { ...fresh, ...onNet(`${prodNet}x`, 'default') },
      'was not found',
    ],
    [
      'a network of another region',
      'app01',
      { ...fresh, ...onNet(net(`${production}/rg-network-weu`, 'vnet-prod-neu'), 'default') },
      'region of the vault',
    ],
    [
      'a network of another subscription',
      'app01',
      { ...fresh, ...onNet(drNet, 'snet-dr') },
      'target subscription',
    ],
    [
      'another subscription with a network of the first',
      'app01',
      machineIn(drGroup, 'x'),
      'target subscription',
    ],
    [
      'a subnet that is not there',
      'app01',
      { ...fresh, subnetId: `${prodNet}/subnets/x` },
      'does not exist',
    ],
    [
      'a subnet of another network',
      'app01',
      { ...fresh, subnetId: `${drNet}/subnets/snet-dr` },
      'does not exist',
    ],
    ['a delegated subnet', 'app01', { ...fresh, ...onNet(prodNet, 'snet-sqlmi') }, 'delegated'],
    [
      'a machine with Azure Disk Encryption',
      'hr-db-01',
      machineIn(`${production}/rg-hr`, 'x'),
      'Azure Disk Encryption',
    ],
    ['an encryption set that is not there', 'ml-batch-01', eus2Key('none'), 'was not found'],
    [
      'one of another region',
      'ml-batch-01',
      keyOf(`${corporate}/rg-restore-neu`, 'des-restore-neu'),
      'is in northeurope',
    ],
    ['one that failed', 'ml-batch-01', eus2Key('des-failed-eus2'), 'not ready'],
    ['one with another vault', 'app01', keyOf(restoreGroup, 'des-prod-weu'), 'customer-managed'],
    ['one for unmanaged disks', 'legacy-img-03', eus2Key('des-restore-eus2'), 'managed disks only'],
    ['an access nobody knows', 'pay-api-02', access('Sometimes'), 'Sometimes'],
    [
      'private access through nothing',
      'pay-api-02',
      access('EnablePrivateAccessForAllDisks'),
      'needs a targetDiskAccessId',
    ],
    ['private access through what is not there', 'pay-api-02', privately('none'), 'was not found'],
    [
      'private access in another region',
      'pay-api-02',
      privately('da-restore-neu'),
      'region of the vault',
    ],
    ['private access without approval', 'pay-api-02', privately('da-pending-weu'), 'no approved'],
    ['private access without endpoint', 'pay-api-02', privately('da-unused-weu'), 'no approved'],
    [
      'a disk access with public access',
      'pay-api-02',
      access('EnablePublicAccessForAllDisks', 'x'),
      'only',
    ],
    ['an identity and the key', 'app01', by(system, weu, weu), 'exclude each other'],
    ['an identity without account', 'app01', by(system, null), 'targetStorageAccountId'],
    ['an account without identity', 'app01', by(null, weu), 'needs identityInfo'],
    [
      'an identity for unmanaged disks',
      'legacy-img-03',
      by(system, eus2),
      'managed virtual machines only',
    ],
    [
      'the system’s identity of a vault without',
      'ml-batch-01',
      by(system, eus2),
      'no system-assigned',
    ],
    ['any identity of a vault without', 'hr-db-01', by(user(ownId), weu), 'not assigned'],
    ['a user’s identity without id', 'app01', by(user(''), weu), 'managedIdentityResourceId'],
    [
      'an identity of another vault',
      'app01',
      by(user(identityId(restoreGroup, 'x')), weu),
      'not assigned',
    ],
    [
      'a user’s identity in a replace, without rights beside the machine',
      'app01',
      { ...by(user(ownId), weu), recoveryType: 'OriginalLocation' },
      'lacks the rights',
    ],
    [
      'a user’s identity behind a firewall',
      'app01',
      by(user(ownId), account(restoreGroup, 'stprodweufw')),
      'network rules',
    ],
    ['a zone that is not there', 'app01', { zones: ['4'] }, 'no availability zone 4'],
    ['any zone in a region without', 'testVM', { zones: ['1'] }, 'no availability zone 1'],
    ['another zone for a point with a snapshot', 'media-arch-01', { zones: ['3'] }, 'vault tier'],
    [
      'a replace in another subscription',
      'app01',
      { recoveryType: 'OriginalLocation', targetResourceGroupId: drGroup },
      'where the virtual machine is',
    ],
  ])('%s', async (_, name, change, words) => {
    const { status, text } = await answerTo(name, change);
    expect(status).toBe(400);
    expect(text).toContain('CloudInvalidInputError');
    expect(text).toContain(words);
  });
});
