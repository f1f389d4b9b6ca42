import { expect, test } from 'vitest';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { getDisk, listDiskEncryptionSets } from '#src/api/compute/disks.ts';
import { machineWire, toMachine } from '#src/api/compute/machines.ts';
import { LISTED, unreadIn } from '#src/api/unread-settings.ts';
import { storageAccountWire, toStorageAccount } from '#src/api/storage-accounts.ts';
import { app01, guidOf, testCommServe } from '#src/mocks/commvault/testing.ts';
import { COMPUTE, writesAzure } from '#src/mocks/testing-writes.ts';
import { jsonOf } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { UNREAD_SETTINGS, type UnreadSetting } from '#src/model/unread-settings.ts';
import { coverage } from '#src/strings/checks.ts';

/**
 * Each property that Azure returns of a VM, a disk, a staging account and a disk encryption set is read, beside the
 * point, or listed by name. `*` at the end stands for whatever is below it.
 */
type Kind = keyof typeof LISTED;
type Table = Readonly<Record<string, string>>;

const DESCRIBES = 'describes the resource, changes nothing about a restore';
const INSIDE = 'is inside the disk, and comes back with it';
const OF_IMAGE = 'is used when a VM is created from an image';
const AT_RUN = 'concerns the running VM, not its restore';
const ENDPOINTS = 'addresses of the account, which Azure derives';

const READ: Readonly<Record<Kind, Table>> = {
  machine: {
    id: 'reads',
    name: 'reads',
    location: 'vm.region',
    zones: 'vm.zone',
    'tags*': 'plan of disks',
    etag: 'writes',
    'plan*': 'plan of disks',
    'identity*': 'vm.hasUserIdentity',
    'resources*': 'vm.hasExtensions',
    'properties.vmId': 'source search',
    'properties.timeCreated': 'restored VM',
    'properties.provisioningState': 'actions',
    'properties.availabilitySet.id': 'vm.availabilitySet',
    'properties.hardwareProfile.vmSize': 'size check',
    'properties.storageProfile.imageReference*': 'vm.fromCustomImage',
    'properties.storageProfile.osDisk.osType': 'vm.osType',
    'properties.storageProfile.osDisk.name': 'plan',
    'properties.storageProfile.dataDisks.name': 'plan',
    'properties.storageProfile.dataDisks': 'plan',
    'properties.storageProfile.dataDisks.lun': 'plan',
    'properties.storageProfile.osDisk.diskSizeGB': 'vm.diskSizesGiB',
    'properties.storageProfile.dataDisks.diskSizeGB': 'vm.diskSizesGiB',
    'properties.storageProfile.osDisk.managedDisk.id': 'reads',
    'properties.storageProfile.dataDisks.managedDisk.id': 'reads',
    'properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id': 'vm.encryption',
    'properties.storageProfile.dataDisks.managedDisk.diskEncryptionSet.id': 'vm.encryption',
    'properties.storageProfile.osDisk.vhd.uri': 'vm.isManaged',
    'properties.storageProfile.dataDisks.vhd.uri': 'vm.isManaged',
    'properties.storageProfile.osDisk.encryptionSettings*': 'vm.encryption, by the point',
    'properties.osProfile.secrets*': 'vm.hasKeyVaultLink',
    'properties.networkProfile.networkInterfaces*': 'vm.nicCount',
    'properties.licenseType': 'vm.hybridBenefit',
    'properties.securityProfile.encryptionAtHost': 'vm.encryptionAtHost',
    'properties.additionalCapabilities.ultraSSDEnabled': 'attach form',
    'properties.diagnosticsProfile*': 'plan of disks',
    'properties.instanceView*': 'vm.isRunning',
  },
  disk: {
    id: 'reads',
    name: 'names',
    location: 'disk.region',
    zones: 'forms',
    managedBy: 'forms',
    'sku.tier': 'with sku.name',
    'properties.osType': 'forms',
    'properties.diskSizeGB': 'sizes',
    'properties.maxShares': 'vm.hasSharedDisks',
    'properties.timeCreated': 'restored disks',
    'properties.networkAccessPolicy': 'vm.hasPrivateEndpointDisks',
    'properties.diskAccessId': 'vm.hasPrivateEndpointDisks',
    'properties.encryptionSettingsCollection*': 'vm.encryption',
    'properties.encryption*': 'vm.encryption',
  },
  account: {
    id: 'reads',
    name: 'reads',
    location: 'staging.region',
    kind: 'staging.kind',
    'sku*': 'staging.redundancy',
    'properties.networkAcls.defaultAction': 'staging.hasNetworkRules',
    'properties.allowSharedKeyAccess': 'staging.allowsSharedKey',
  },
  encryptionSet: {
    id: 'reads',
    name: 'reads',
    location: 'target.encryptionSet',
    'properties.encryptionType': 'encryption set',
    'properties.provisioningState': 'target.encryptionSetReady',
    'properties.activeKey.sourceVault.id': 'key vault check; its subscription is listed',
  },
  commvaultVm: {
    'vmDetails.summary.name': 'vm.name',
    'vmDetails.summary.UUID': 'reads',
    'vmDetails.summary.hypervisor*': 'commvault.hypervisor',
    'vmDetails.summary.vmGroup*': 'reads',
    'vmDetails.summary.os': 'names',
    'vmDetails.summary.host': 'vm.resourceGroup',
    'vmDetails.summary.vmSize': 'sizes',
    'vmDetails.summary.status': 'names',
    'vmDetails.summary.plan*': 'names',
    'vmDetails.summary.latestRecoveryPoint': 'points',
    'vmDetails.summary.oldestRecoveryPoint': 'points',
    'vmDetails.summary.lastBackup.jobId': 'points',
    'vmDetails.summary.lastBackup.lastSuccessfulBackupTime': 'points',
    'vmDetails.passkey.passKeyRequiredForRestore': 'commvault.needsPasskey',
    'vmDetails.activityControl*': 'commvault.isRestoreEnabled',
  },
};

const BESIDE: Readonly<Record<Kind, Table>> = {
  machine: {
    type: DESCRIBES,
    managedBy: DESCRIBES,
    'extendedLocation.type': DESCRIBES,
    'properties.hardwareProfile.vmSizeProperties*': 'a restored VM has the usual cores of its size',
    'properties.storageProfile.osDisk.createOption': OF_IMAGE,
    'properties.storageProfile.dataDisks.createOption': OF_IMAGE,
    'properties.storageProfile.osDisk.image.uri': OF_IMAGE,
    'properties.storageProfile.osDisk.caching': AT_RUN,
    'properties.storageProfile.dataDisks.caching': AT_RUN,
    'properties.storageProfile.osDisk.deleteOption': AT_RUN,
    'properties.storageProfile.osDisk.diffDiskSettings.placement':
      'with its option, which is listed',
    'properties.storageProfile.osDisk.managedDisk.securityProfile.diskEncryptionSet.id':
      'with its type, which is listed',
    'properties.osProfile.computerName': INSIDE,
    'properties.osProfile.adminUsername': INSIDE,
    'properties.osProfile.windowsConfiguration*': INSIDE,
    'properties.osProfile.linuxConfiguration*': INSIDE,
    'properties.osProfile.customData': OF_IMAGE,
    'properties.osProfile.allowExtensionOperations': AT_RUN,
    'properties.osProfile.requireGuestProvisionSignal': OF_IMAGE,
    'properties.networkProfile.networkApiVersion': OF_IMAGE,
    'properties.networkProfile.networkInterfaceConfigurations*': OF_IMAGE,
    'properties.evictionPolicy': 'with the priority, which is listed',
    'properties.billingProfile*': 'with the priority, which is listed',
    'properties.extensionsTimeBudget': AT_RUN,
    'properties.scheduledEventsProfile*': AT_RUN,
    'properties.userData': 'Azure returns it only on request',
    'properties.applicationProfile.galleryApplications.tags':
      'with their reference, which is listed',
    'properties.applicationProfile.galleryApplications.order':
      'with their reference, which is listed',
    'properties.applicationProfile.galleryApplications.configurationReference':
      'with their reference, which is listed',
  },
  disk: {
    type: DESCRIBES,
    'tags*': DESCRIBES,
    'properties.diskState': DESCRIBES,
    'properties.provisioningState': DESCRIBES,
    'properties.creationData*': 'where the disk came from, not what it holds',
  },
  account: {
    type: DESCRIBES,
    'tags*': DESCRIBES,
    'identity*': 'the vault’s identity counts, not the account’s',
    'properties.primaryEndpoints*': ENDPOINTS,
    'properties.creationTime': DESCRIBES,
    'properties.primaryLocation': ENDPOINTS,
    'properties.secondaryLocation': ENDPOINTS,
    'properties.statusOfPrimary': 'changes by the minute',
    'properties.statusOfSecondary': 'nothing is staged there',
    'properties.geoReplicationStats*': 'nothing is staged there',
    'properties.routingPreference*': ENDPOINTS,
    'properties.encryption.services*': DESCRIBES,
    'properties.encryption.keyvaultproperties*': 'with the source of the key, which is listed',
    'properties.supportsHttpsTrafficOnly': 'staging is by HTTPS',
  },
  encryptionSet: {
    type: DESCRIBES,
    'tags*': DESCRIBES,
    'identity*': 'its roles on the key are named by encryption keys',
    'properties.previousKeys*': 'new disks use the active key',
    'properties.activeKey.keyUrl': 'whether the key can be used is named by encryption keys',
  },
  commvaultVm: {
    'vmDetails.passkey.authType': 'with whether a passkey is required',
    'vmDetails.summary.vendor': DESCRIBES,
    'vmDetails.summary.applicationSize': DESCRIBES,
    'vmDetails.summary.lastBackup.time': 'the restore points have their own',
    'vmDetails.summary.lastBackup.status': 'the restore points have their own',
    'vmDetails.summary.lastBackup.failureReason': 'is of the backup, not of a restore',
    'vmDetails.summary.SLA*': 'is of the backup, not of a restore',
    'vmDetails.summary.tags*': DESCRIBES,
    'vmDetails.summary.company*': DESCRIBES,
  },
};

/** Properties of answers of Azure that were recorded or published (2024-03-01, 2023-10-02, 2023-05-01). */
const RECORDED: Readonly<Record<Kind, string>> = {
  machine: `
    extendedLocation.name extendedLocation.type identity.principalId identity.tenantId identity.type
    identity.userAssignedIdentities.key managedBy plan.name plan.publisher plan.product plan.promotionCode etag
    properties.additionalCapabilities.ultraSSDEnabled properties.additionalCapabilities.hibernationEnabled
    properties.applicationProfile.galleryApplications.tags properties.applicationProfile.galleryApplications.order
    properties.applicationProfile.galleryApplications.packageReferenceId
    properties.applicationProfile.galleryApplications.configurationReference
    properties.availabilitySet.id properties.billingProfile.maxPrice
    properties.capacityReservation.capacityReservationGroup.id
    properties.diagnosticsProfile.bootDiagnostics.enabled properties.diagnosticsProfile.bootDiagnostics.storageUri
    properties.evictionPolicy properties.extensionsTimeBudget properties.hardwareProfile.vmSizeProperties.vCPUsAvailable
    properties.host.id properties.hostGroup.id properties.licenseType
    properties.networkProfile.networkApiVersion properties.networkProfile.networkInterfaceConfigurations.name
    properties.networkProfile.networkInterfaces.properties.primary
    properties.osProfile.adminUsername properties.osProfile.allowExtensionOperations properties.osProfile.customData
    properties.osProfile.linuxConfiguration.disablePasswordAuthentication
    properties.osProfile.requireGuestProvisionSignal properties.osProfile.windowsConfiguration.timeZone
    properties.platformFaultDomain properties.priority properties.proximityPlacementGroup.id
    properties.scheduledEventsProfile.terminateNotificationProfile.enable
    properties.securityProfile.encryptionAtHost properties.securityProfile.securityType
    properties.securityProfile.uefiSettings.secureBootEnabled properties.securityProfile.uefiSettings.vTpmEnabled
    properties.storageProfile.dataDisks.caching properties.storageProfile.dataDisks.createOption
    properties.storageProfile.dataDisks.writeAcceleratorEnabled
    properties.storageProfile.osDisk.caching properties.storageProfile.osDisk.createOption
    properties.storageProfile.osDisk.deleteOption properties.storageProfile.osDisk.diffDiskSettings.option
    properties.storageProfile.osDisk.diffDiskSettings.placement
    properties.storageProfile.osDisk.encryptionSettings.enabled properties.storageProfile.osDisk.image.uri
    properties.storageProfile.osDisk.managedDisk.securityProfile.diskEncryptionSet.id
    properties.storageProfile.osDisk.managedDisk.securityProfile.securityEncryptionType
    properties.storageProfile.osDisk.writeAcceleratorEnabled
    properties.timeCreated properties.userData properties.virtualMachineScaleSet.id`,
  disk: `
    extendedLocation.name properties.creationData.createOption properties.creationData.imageReference.id
    properties.creationData.sourceResourceId properties.dataAccessAuthMode
    properties.encryptionSettingsCollection.enabled
    properties.encryptionSettingsCollection.encryptionSettings.keyEncryptionKey.keyUrl
    properties.provisioningState properties.purchasePlan.name properties.securityProfile.securityType
    properties.timeCreated sku.tier tags.department`,
  account: `
    identity.principalId identity.type properties.allowedCopyScope properties.creationTime
    properties.encryption.keySource properties.encryption.keyvaultproperties.keyname
    properties.encryption.services.blob.enabled properties.geoReplicationStats.status
    properties.immutableStorageWithVersioning.enabled properties.isHnsEnabled
    properties.networkAcls.bypass properties.networkAcls.resourceAccessRules
    properties.networkAcls.virtualNetworkRules
    properties.primaryLocation properties.routingPreference.routingChoice properties.secondaryLocation
    properties.statusOfPrimary properties.statusOfSecondary properties.supportsHttpsTrafficOnly tags.key1`,
  encryptionSet: `
    properties.autoKeyRotationError.code properties.federatedClientId properties.previousKeys tags.department`,
  commvaultVm: `
    vmDetails.summary.vendor vmDetails.summary.applicationSize vmDetails.summary.lastBackup.time
    vmDetails.summary.lastBackup.status vmDetails.summary.lastBackup.failureReason vmDetails.summary.SLA.status
    vmDetails.summary.SLA.reason vmDetails.summary.tags.name vmDetails.summary.company.name`,
};

/** The paths of all values of an answer; a list counts by what its entries have, an empty one by itself. */
function pathsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    const inside = value.flatMap((one: unknown) => pathsIn(one, path));
    return inside.length === 0 ? [path] : inside;
  }
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    pathsIn(one, path === '' ? key : `${path}.${key}`),
  );
}

const TYPES: Readonly<Record<Exclude<Kind, 'commvaultVm'>, string>> = {
  machine: `Microsoft.Compute/virtualMachines?${COMPUTE}`,
  disk: 'Microsoft.Compute/disks?api-version=2023-10-02',
  account: 'Microsoft.Storage/storageAccounts?api-version=2023-05-01',
  encryptionSet: 'Microsoft.Compute/diskEncryptionSets?api-version=2023-10-02',
};
const KINDS = [
  'machine',
  'disk',
  'account',
  'encryptionSet',
  'commvaultVm',
] as const satisfies readonly Kind[];

/** What the simulated Azure returns of all of a kind. */
async function simulated(kind: Kind): Promise<string[]> {
  if (kind === 'commvaultVm') {
    const it = testCommServe();
    return pathsIn(await it.read(`/V4/VirtualMachines/${guidOf(app01)}`));
  }
  const { get } = writesAzure();
  const answers = await Promise.all(
    defaultWorld.subscriptions.map(async ({ subscriptionId }) =>
      jsonOf(await get(`/subscriptions/${subscriptionId}/providers/${TYPES[kind]}`)),
    ),
  );
  return pathsIn(
    answers.map((one) => (typeof one === 'object' && one && 'value' in one ? one.value : [])),
  );
}

const matches = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

const listed = (kind: Kind): string[] => LISTED[kind].map(([path]) => path);

/** How often a property is in the tables; one that is listed may be read besides, as the plan is. */
const countOf = (kind: Kind, path: string): number => {
  const isIn = (table: Table) => Object.keys(table).some((one) => matches(one, path));
  const isListed = listed(kind).some((one) => path === one || path.startsWith(`${one}.`));
  return Number(isListed || isIn(READ[kind])) + Number(isIn(BESIDE[kind]));
};

test.each(KINDS)('each property of a %s is read, beside the point or listed', async (kind) => {
  const recorded = RECORDED[kind].trim().split(/\s+/);
  const all = [...new Set([...(await simulated(kind)), ...recorded])].filter((one) => one !== '');
  expect(all.filter((path) => countOf(kind, path) !== 1)).toEqual([]);
  const sizes = { machine: 60, disk: 20, account: 20, encryptionSet: 8, commvaultVm: 20 };
  expect(all.length).toBeGreaterThan(sizes[kind]);
});

test(`tables of ${KINDS.map((kind) => `${kind}: ${[READ, BESIDE].map((table) => String(Object.keys(table[kind]).length)).join(' + ')} + ${String(listed(kind).length)} listed`).join(', ')}`, () => {
  const named = KINDS.flatMap((kind) => LISTED[kind].map(([, setting]): UnreadSetting => setting));
  expect(UNREAD_SETTINGS.filter((one) => !named.includes(one))).toEqual(['keySubscription']);
  expect(Object.keys(coverage.setting)).toEqual([...UNREAD_SETTINGS]);
});

const LISTS = /^(?:dataDisks|galleryApplications)$/;

/** An answer that has one value at a path. */
const answerWith = (path: string, value: unknown): unknown =>
  path
    .split('.')
    .toReversed()
    .reduce<unknown>((inner, key) => ({ [key]: LISTS.test(key) ? [{}, inner] : inner }), value);

/** Values that are no setting; of the perimeter each but its own word. */
const USUAL: Readonly<Record<string, string>> = {
  'properties.securityProfile.securityType': 'Standard',
  'properties.priority': 'Regular',
  'properties.storageProfile.osDisk.managedDisk.storageAccountType': 'Premium_LRS',
  'properties.storageProfile.dataDisks.managedDisk.storageAccountType': 'StandardSSD_LRS',
  'sku.name': 'Premium_LRS',
  'properties.provisioningState': 'Succeeded',
  'properties.publicNetworkAccess': 'Enabled',
  'properties.dataAccessAuthMode': 'None',
  'properties.networkAcls.bypass': 'Logging, AzureServices',
  'properties.encryption.keySource': 'Microsoft.Storage',
  'properties.federatedClientId': 'None',
};
const OWN: Readonly<Record<string, string>> = {
  perimeter: 'SecuredByPerimeter',
  diskKinds: 'PremiumV2_LRS',
};

const rows = KINDS.flatMap((kind) =>
  LISTED[kind].map(([path, setting]) => [kind, path, setting] as const),
);

test.each(rows)(
  '%s: %s is listed as %s where it has a value, and only there',
  (kind, path, setting) => {
    const unread = (value: unknown) => unreadIn(answerWith(path, value), LISTED[kind]).unread ?? [];
    expect(unread(OWN[setting] ?? 'Unheard')).toContain(setting);
    for (const none of [undefined, null, '', false, [], USUAL[path] ?? null]) {
      expect([none, unread(none)]).toEqual([none, []]);
    }
  },
);

test('an answer that is no object, or of another shape, has none', () => {
  for (const odd of [null, undefined, 1, 'text', [], { properties: 'text' }, { properties: [1] }]) {
    expect(KINDS.flatMap((kind) => unreadIn(odd, LISTED[kind]).unread ?? [])).toEqual([]);
  }
});

test('readers pass on what they found', async () => {
  const id = '/subscriptions/1/resourceGroups/g/providers/Microsoft.Compute/x/y';
  const basics = { id, name: 'y', location: 'westeurope' };
  const machine = { ...basics, properties: { priority: 'Spot', host: { id } } };
  expect(toMachine(machineWire.parse(machine)).unread).toEqual(['host', 'spot']);
  const account = { ...basics, properties: { isHnsEnabled: true } };
  expect(toStorageAccount(storageAccountWire.parse(account)).unread).toEqual([
    'hierarchicalNamespace',
  ]);
  const answers = (found: unknown) => testArm(inTurn(() => answer(200, found))).arm;
  const disk = { ...basics, sku: { name: 'UltraSSD_LRS' }, properties: {} };
  expect((await getDisk(answers(disk), resourceId(id))).unread).toEqual(['diskKinds']);
  const setsWith = async (subscription: string) => {
    const vault = `/subscriptions/${subscription}/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v`;
    const set = { ...basics, properties: { activeKey: { sourceVault: { id: vault } } } };
    const [found] = await listDiskEncryptionSets(answers({ value: [set] }), '1');
    return found?.unread;
  };
  expect([await setsWith('1'), await setsWith('2')]).toEqual([undefined, ['keySubscription']]);
});
