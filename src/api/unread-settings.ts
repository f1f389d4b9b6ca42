import {
  UNREAD_SETTINGS,
  type UnreadSetting,
  type WithUnread,
} from '#src/model/unread-settings.ts';

/** A property, the setting that it is, and the values that are no setting; left out: each value is one. */
type ListedProperty = readonly [path: string, setting: UnreadSetting, usual?: RegExp];

const OTHER_KINDS = /^(?!PremiumV2|UltraSSD)/i;

/** Properties that no rule and no check reads, by what has them (2024-03-01, 2023-10-02, 2023-05-01). */
export const LISTED = {
  machine: [
    ['properties.securityProfile.securityType', 'securityType', /^standard$/i],
    ['properties.securityProfile.uefiSettings.secureBootEnabled', 'securityType'],
    ['properties.securityProfile.uefiSettings.vTpmEnabled', 'securityType'],
    [
      'properties.storageProfile.osDisk.managedDisk.securityProfile.securityEncryptionType',
      'confidentialDisk',
    ],
    ['properties.proximityPlacementGroup.id', 'placementGroup'],
    ['properties.host.id', 'host'],
    ['properties.hostGroup.id', 'host'],
    ['properties.capacityReservation.capacityReservationGroup.id', 'capacityReservation'],
    ['properties.virtualMachineScaleSet.id', 'scaleSet'],
    ['extendedLocation.name', 'edgeZone'],
    ['plan.name', 'plan'],
    ['properties.priority', 'spot', /^regular$/i],
    ['properties.platformFaultDomain', 'faultDomain'],
    ['properties.storageProfile.osDisk.managedDisk.storageAccountType', 'diskKinds', OTHER_KINDS],
    [
      'properties.storageProfile.dataDisks.managedDisk.storageAccountType',
      'diskKinds',
      OTHER_KINDS,
    ],
    ['properties.storageProfile.osDisk.diffDiskSettings.option', 'ephemeralDisk'],
    ['properties.storageProfile.osDisk.writeAcceleratorEnabled', 'writeAccelerator'],
    ['properties.storageProfile.dataDisks.writeAcceleratorEnabled', 'writeAccelerator'],
    ['properties.additionalCapabilities.hibernationEnabled', 'hibernation'],
    ['properties.applicationProfile.galleryApplications.packageReferenceId', 'applications'],
  ],
  disk: [
    ['sku.name', 'diskKinds', OTHER_KINDS],
    ['extendedLocation.name', 'edgeZone'],
    ['properties.purchasePlan.name', 'plan'],
    ['properties.securityProfile.securityType', 'securityType', /^standard$/i],
    ['properties.publicNetworkAccess', 'diskPublicAccess', /^enabled$/i],
    ['properties.dataAccessAuthMode', 'diskAuthentication', /^none$/i],
  ],
  account: [
    ['properties.provisioningState', 'accountState', /^succeeded$/i],
    ['properties.publicNetworkAccess', 'accountPublicAccess', /^(?:enabled|securedbyperimeter)$/i],
    ['properties.publicNetworkAccess', 'perimeter', /^(?!securedbyperimeter)/i],
    ['properties.networkAcls.bypass', 'accountBypass', /\bazureservices\b/i],
    ['properties.networkAcls.ipRules', 'accountNetworkRules'],
    ['properties.networkAcls.virtualNetworkRules', 'accountNetworkRules'],
    ['properties.networkAcls.resourceAccessRules', 'accountNetworkRules'],
    ['properties.isHnsEnabled', 'hierarchicalNamespace'],
    ['properties.encryption.keySource', 'accountKey', /^microsoft\.storage$/i],
    ['properties.immutableStorageWithVersioning.enabled', 'accountImmutability'],
    ['properties.allowedCopyScope', 'copyScope'],
  ],
  encryptionSet: [
    ['properties.federatedClientId', 'keyTenant', /^none$/i],
    ['properties.autoKeyRotationError.code', 'keyRotation'],
  ],
  /** GET of `/V4/VirtualMachines/{UUID}` (commvault.md §2.2, S). */
  commvaultVm: [['vmDetails.passkey.enableAuthorizeForRestore', 'restoreAuthorization']],
} as const satisfies Record<string, readonly ListedProperty[]>;

/** The names on each path: answers are many. */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(LISTED).flatMap((properties) =>
    properties.map(([path]) => [path, path.split('.')] as const),
  ),
);

/** What of an answer is listed, each once, in the order of the names. */
export function unreadIn(
  answer: unknown,
  properties: readonly ListedProperty[],
  more: readonly UnreadSetting[] = [],
): WithUnread {
  const found = properties.flatMap(([path, setting, usual]) =>
    valuesAt(answer, PARTS.get(path) ?? []).some((value) => isSetting(value, usual))
      ? [setting]
      : [],
  );
  const all = UNREAD_SETTINGS.filter((one) => found.includes(one) || more.includes(one));
  return all.length === 0 ? {} : { unread: all };
}

/** All values of a path, through every entry of the lists on it. */
function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown) =>
      valuesAt(one, name === undefined ? [] : [name, ...rest]),
    );
  }
  if (name === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  const one: unknown = Reflect.get(value, name);
  return one === undefined ? [] : valuesAt(one, rest);
}

/** Whatever Azure writes there, also a value that isn't known. */
function isSetting(value: unknown, usual: RegExp | undefined): boolean {
  if (value === null || value === undefined || value === false || value === '') return false;
  return usual === undefined || typeof value !== 'string' || !usual.test(value);
}
