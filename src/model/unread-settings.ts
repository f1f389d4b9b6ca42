/**
 * Settings that Azure returns and that might keep a restore from working, which no rule and no check reads. Each is
 * named where a VM, a disk, a staging storage account, a disk encryption set or a VM in Commvault has it.
 */
export const UNREAD_SETTINGS = [
  'securityType',
  'confidentialDisk',
  'placementGroup',
  'host',
  'capacityReservation',
  'scaleSet',
  'edgeZone',
  'plan',
  'spot',
  'faultDomain',
  'diskKinds',
  'ephemeralDisk',
  'writeAccelerator',
  'hibernation',
  'applications',
  'diskPublicAccess',
  'diskAuthentication',
  'accountState',
  'accountPublicAccess',
  'accountBypass',
  'accountNetworkRules',
  'perimeter',
  'hierarchicalNamespace',
  'accountKey',
  'accountImmutability',
  'copyScope',
  'keySubscription',
  'keyTenant',
  'keyRotation',
  'restoreAuthorization',
] as const;
export type UnreadSetting = (typeof UNREAD_SETTINGS)[number];

/** What may have such settings; left out: none. */
export interface WithUnread {
  readonly unread?: readonly UnreadSetting[];
}
