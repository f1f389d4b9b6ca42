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
const named = (name: string) => machineIn(restoreGroup, name);
const fresh = named('app01-new');
const onNet = (network: string, subnet: string) => ({
  virtualNetworkId: network,
  subnetId: `${network}/subnets/${subnet}`,
});
const freshOn = (network: string, subnet: string) => ({ ...fresh, ...onNet(network, subnet) });
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
  test.each<[what: string, change: object, machine?: string]>([
    ['a new machine', fresh],
    ['a name of 64 characters', named('a'.repeat(64))],
    ['all characters that a name may have', named('A.b_c-9')],
    ['the name of a machine that was deleted', named('old-crm-01')],
    ['the name of a machine elsewhere', named('files-hq')],
    [
      'another subscription with a network of its own',
      { ...machineIn(drGroup, 'app01'), ...onNet(drNet, 'snet-dr') },
    ],
    [
      'another encryption set for disks under the customer’s key',
      eus2Key('des-restore-eus2'),
      'fin-ledger-01',
    ],
    [
      'an encryption set with a vault under the customer’s key',
      eus2Key('des-restore-eus2'),
      'ml-batch-01',
    ],
    ['same access as the source', access('SameAsOnSourceDisks'), 'pay-api-02'],
    ['public access', access('EnablePublicAccessForAllDisks'), 'pay-api-02'],
    ['private access', privately('da-restore-weu'), 'pay-api-02'],
    ['a disk access of another subscription', privately('da-dr-weu', drGroup), 'pay-api-02'],
    ['the system’s identity', by(system, weu)],
    ['a user’s identity, in other letter case', by(user(ownId), weu)],
    ['the system’s identity behind a firewall', by(system, account(restoreGroup, 'stprodweufw'))],
    [
      'a user’s identity into a group in which it may restore',
      { ...by(user(ownId), weu), targetResourceGroupId: restoreGroup },
    ],
    ['null identity fields', by(null, null, weu)],
    ['an identity in a replace', { ...by(system, weu), recoveryType: 'OriginalLocation' }],
  ])('%s', async (_, change, name = 'app01') => {
    expect(await answerTo(name, change)).toMatchObject({ status: 202 });
  });

  test('another zone of a vault that has the data there', async () => {
    const { status } = await answerTo('media-arch-01', { zones: ['3'] }, 20);
    expect(status).toBe(202);
  });
});

describe('the service refuses', () => {
  test.each<[what: string, change: object, words: string, machine?: string]>([
    ['no name', named(''), 'not the id of a virtual machine'],
    ['a name of 65 characters', named('a'.repeat(65)), '1 to 64'],
    ['a name with a blank', named('my vm'), 'letters, digits'],
    ['a name with a slash at its end', named('Q/'), '1 to 64'],
    ['a name with other letters', named('größe'), 'letters, digits'],
    ['a leading dot', named('.vm'), 'begin with'],
    ['a hyphen at the end', named('vm-'), 'not end in'],
    ['a taken name, other group and case', named('WEB-fe-07'), 'exists'],
    ['the name of a restore under way', named('app01-restored'), 'exists'],
    [
      'the same in another group and case',
      machineIn(`${production}/rg-web`, 'APP01-Restored'),
      'exists',
    ],
    ['another id in the machine’s place', { ...fresh, targetVirtualMachineId: weu }, 'not the id'],
    [
      'two groups',
      { ...fresh, targetResourceGroupId: `${production}/rg-web` },
      'not in the target',
    ],
    ['a group that is not there', machineIn(`${production}/rg-none`, 'x'), 'rg-none was not found'],
    ['a network that is not there', freshOn(`${prodNet}x`, 'default'), 'was not found'],
    [
      'a network of another region',
      freshOn(net(`${production}/rg-network-weu`, 'vnet-prod-neu'), 'default'),
      'region of the vault',
    ],
    ['a network of another subscription', freshOn(drNet, 'snet-dr'), 'target subscription'],
    [
      'another subscription with a network of the first',
      machineIn(drGroup, 'x'),
      'target subscription',
    ],
    [
      'a subnet that is not there',
      { ...fresh, subnetId: `${prodNet}/subnets/x` },
      'does not exist',
    ],
    [
      'a subnet of another network',
      { ...fresh, subnetId: `${drNet}/subnets/snet-dr` },
      'does not exist',
    ],
    ['a delegated subnet', freshOn(prodNet, 'snet-sqlmi'), 'delegated'],
    [
      'a machine with Azure Disk Encryption',
      machineIn(`${production}/rg-hr`, 'x'),
      'Azure Disk Encryption',
      'hr-db-01',
    ],
    ['an encryption set that is not there', eus2Key('none'), 'was not found', 'ml-batch-01'],
    [
      'one of another region',
      keyOf(`${corporate}/rg-restore-neu`, 'des-restore-neu'),
      'is in northeurope',
      'ml-batch-01',
    ],
    ['one that failed', eus2Key('des-failed-eus2'), 'not ready', 'ml-batch-01'],
    ['one with another vault', keyOf(restoreGroup, 'des-prod-weu'), 'customer-managed'],
    ['one for unmanaged disks', eus2Key('des-restore-eus2'), 'managed disks only', 'legacy-img-03'],
    ['an access nobody knows', access('Sometimes'), 'Sometimes', 'pay-api-02'],
    [
      'private access through nothing',
      access('EnablePrivateAccessForAllDisks'),
      'needs a targetDiskAccessId',
      'pay-api-02',
    ],
    ['private access through what is not there', privately('none'), 'was not found', 'pay-api-02'],
    [
      'private access in another region',
      privately('da-restore-neu'),
      'region of the vault',
      'pay-api-02',
    ],
    ['private access without approval', privately('da-pending-weu'), 'no approved', 'pay-api-02'],
    ['private access without endpoint', privately('da-unused-weu'), 'no approved', 'pay-api-02'],
    [
      'a disk access with public access',
      access('EnablePublicAccessForAllDisks', 'x'),
      'only',
      'pay-api-02',
    ],
    ['an identity and the key', by(system, weu, weu), 'exclude each other'],
    ['an identity without account', by(system, null), 'targetStorageAccountId'],
    ['an account without identity', by(null, weu), 'needs identityInfo'],
    [
      'an identity for unmanaged disks',
      by(system, eus2),
      'managed virtual machines only',
      'legacy-img-03',
    ],
    [
      'the system’s identity of a vault without',
      by(system, eus2),
      'no system-assigned',
      'ml-batch-01',
    ],
    ['any identity of a vault without', by(user(ownId), weu), 'not assigned', 'hr-db-01'],
    ['a user’s identity without id', by(user(''), weu), 'managedIdentityResourceId'],
    ['an identity of another vault', by(user(identityId(restoreGroup, 'x')), weu), 'not assigned'],
    [
      'a user’s identity in a replace, without rights beside the machine',
      { ...by(user(ownId), weu), recoveryType: 'OriginalLocation' },
      'lacks the rights',
    ],
    [
      'a user’s identity behind a firewall',
      by(user(ownId), account(restoreGroup, 'stprodweufw')),
      'network rules',
    ],
    ['a zone that is not there', { zones: ['4'] }, 'no availability zone 4'],
    ['any zone in a region without', { zones: ['1'] }, 'no availability zone 1', 'testVM'],
    ['another zone for a point with a snapshot', { zones: ['3'] }, 'vault tier', 'media-arch-01'],
    [
      'a replace in another subscription',
      { recoveryType: 'OriginalLocation', targetResourceGroupId: drGroup },
      'where the virtual machine is',
    ],
  ])('%s', async (_, change, words, name = 'app01') => {
    const { status, text } = await answerTo(name, change);
    expect(status).toBe(400);
    expect(text).toContain('CloudInvalidInputError');
    expect(text).toContain(words);
  });
});
