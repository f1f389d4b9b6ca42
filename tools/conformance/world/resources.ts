import { at, elementsOf, firstText, objectOf } from '../json.ts';
import { disksToDetach, machineFor } from './machines.ts';
import { distinct, idsOfType, type Mentions, regionOf, thingOf } from './mentions.ts';
import { among } from './vaults.ts';
import type {
  DiskAccessSeed,
  EncryptionSetSeed,
  KeyVaultSeed,
  NetworkSeed,
  SubnetSeed,
} from '#src/mocks/world/place-seed.ts';
import type { AccountSeed, LooseDiskSeed, WrittenSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const ACCOUNT_KINDS = ['Storage', 'StorageV2', 'BlobStorage', 'BlockBlobStorage'] as const;

/** Storage accounts that are named, and one in the region for restores of our own. */
export function accountsFor(mentions: Mentions, groupId: string): readonly AccountSeed[] {
  const own = `${groupId}/providers/Microsoft.Storage/storageAccounts/conformance`;
  const ids = [
    ...idsOfType(mentions, 'Microsoft.Storage/storageAccounts'),
    ...accountOf(mentions, groupId),
    own,
  ];
  return ids.map((id) => {
    const thing = thingOf(mentions, id);
    return {
      id,
      location: regionOf(mentions, id),
      kind: among(ACCOUNT_KINDS, firstText(thing, 'kind')) ?? 'StorageV2',
      sku: firstText(thing, 'sku.name') || 'Standard_LRS',
    };
  });
}

/** The account that an address names, in the group that it names. */
function accountOf({ named }: Mentions, groupId: string): readonly string[] {
  const name = named.get('accountName');
  return name === undefined
    ? []
    : [`${groupId}/providers/Microsoft.Storage/storageAccounts/${name}`];
}

/** Blob containers that an address names, or that a GET answers. */
export function containersFor(
  mentions: Mentions,
  groupId: string,
): readonly { readonly id: string }[] {
  const name = mentions.named.get('containerName');
  const answered = mentions.ids.filter((id) => /\/containers\/[^/]+$/i.test(id));
  const named = accountOf(mentions, groupId).flatMap((account) =>
    name === undefined ? [] : [`${account}/blobServices/default/containers/${name}`],
  );
  return [...answered, ...named].map((id) => ({ id }));
}

/** A template without resources at the address that a sample links to. */
export function linkedTemplatesFor({ body }: Mentions): Readonly<Record<string, string>> {
  const uri = firstText(body ?? undefined, 'properties.templateLink.uri');
  const template = {
    $schema: 'deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [],
  };
  return uri === '' ? {} : { [uri]: JSON.stringify(template) };
}

const PREFIX = '10.0.0.0/24';

function subnetsOf(mentions: Mentions, networkId: string): readonly SubnetSeed[] {
  const listed = elementsOf(at(thingOf(mentions, networkId), 'properties.subnets')).map(
    (subnet) => ({
      name: firstText(subnet, 'name'),
      prefix: firstText(subnet, 'properties.addressPrefix') || PREFIX,
    }),
  );
  // Classic networks are named with `/Subnet/` (azure-contract §5).
  const named = mentions.ids
    .filter((id) => id.toLowerCase().startsWith(`${networkId.toLowerCase()}/subnets/`))
    .map((id) => ({ name: nameOf(id), prefix: PREFIX }));
  const all = [...listed, ...named, { name: 'default', prefix: PREFIX }];
  return distinct(all.map(({ name }) => name)).flatMap(
    (name) => all.find((subnet) => subnet.name === name) ?? [],
  );
}

/** Virtual networks that are named, with their subnets. */
export function networksFor(mentions: Mentions): readonly NetworkSeed[] {
  return idsOfType(mentions, 'Microsoft.Network/virtualNetworks').map((id) => ({
    id,
    location: regionOf(mentions, id),
    subnets: subnetsOf(mentions, id),
  }));
}

const ENCRYPTION_TYPES = [
  'EncryptionAtRestWithCustomerKey',
  'EncryptionAtRestWithPlatformAndCustomerKeys',
] as const;

/** Disk encryption sets that are named. */
export function encryptionSetsFor(mentions: Mentions): readonly EncryptionSetSeed[] {
  return idsOfType(mentions, 'Microsoft.Compute/diskEncryptionSets').map((id) => ({
    id,
    location: regionOf(mentions, id),
    encryptionType:
      among(ENCRYPTION_TYPES, firstText(thingOf(mentions, id), 'properties.encryptionType')) ??
      'EncryptionAtRestWithCustomerKey',
  }));
}

/** Disk accesses that are named; one that a request uses must be usable. */
export function diskAccessesFor(mentions: Mentions): readonly DiskAccessSeed[] {
  return idsOfType(mentions, 'Microsoft.Compute/diskAccesses').map((id) => ({
    id,
    location: regionOf(mentions, id),
    endpoint: 'Approved',
  }));
}

/** Key vaults that are named. */
export function keyVaultsFor(mentions: Mentions): readonly KeyVaultSeed[] {
  return idsOfType(mentions, 'Microsoft.KeyVault/vaults').map((id) => ({
    id,
    location: regionOf(mentions, id),
  }));
}

/** Managed disks that are named, by an ID or by the address. */
export function disksFor(mentions: Mentions): readonly LooseDiskSeed[] {
  const { named } = mentions;
  const name = named.get('diskName');
  const group = `/subscriptions/${named.get('subscriptionId') ?? ''}/resourceGroups/${named.get('resourceGroupName') ?? ''}`;
  const wanted = name === undefined ? [] : [`${group}/providers/Microsoft.Compute/disks/${name}`];
  const attached = disksToDetach(mentions);
  const ids = distinct([...idsOfType(mentions, 'Microsoft.Compute/disks'), ...wanted]);
  const loose = ids.filter((id) => !attached.some((one) => sameId(one, id)));
  return loose.map((id) => ({
    id,
    owner: machineFor(mentions, id),
    disk: { lun: 0, name: nameOf(id), sizeGiB: 32, sku: 'Standard_LRS' },
  }));
}

/** NICs and public addresses that are named; a NIC that a request writes is not there before. */
export function partsFor(mentions: Mentions): WrittenSeed {
  const types = [
    'Microsoft.Network/networkInterfaces',
    'Microsoft.Network/publicIPAddresses',
    'Microsoft.SqlVirtualMachine/sqlVirtualMachines',
  ];
  const parts = types
    .flatMap((type) => idsOfType(mentions, type))
    .map((id) => ({
      id,
      model: {
        location: regionOf(mentions, id),
        properties: objectOf(thingOf(mentions, id)?.['properties']) ?? {},
      },
    }));
  return { machineIds: [], parts, removedIds: [] };
}
