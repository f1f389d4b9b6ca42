import * as z from 'zod/mini';

import { count, csrState, encryption, names, orNone, text, yesNo } from './vocabulary.ts';

const vm = z.strictObject({
  id: text,
  name: text,
  resourceGroup: text,
  exists: yesNo,
  isProtectionStopped: yesNo,
  deployment: z.optional(z.enum(['arm', 'classic'])),
  isManaged: yesNo,
  encryption,
  isPremium: yesNo,
  size: text,
  zone: orNone,
  region: text,
  osType: z.optional(z.enum(['Windows', 'Linux'])),
  isGeneralized: yesNo,
  isRunning: yesNo,
  fromCustomImage: yesNo,
  hasUserIdentity: yesNo,
  hasKeyVaultLink: yesNo,
  hasUltraDisks: yesNo,
  hasPrivateEndpointDisks: yesNo,
  encryptionAtHost: yesNo,
  diskCount: count,
  diskSizesGiB: z.optional(z.nullable(z.array(z.number().check(z.nonnegative())))),
  maxDiskGiB: count,
  availabilitySet: orNone,
  loadBalancer: z.optional(z.enum(['none', 'internal', 'external'])),
  nicCount: count,
  reservedIpCount: count,
  staticIp: yesNo,
  hasNsg: yesNo,
  hybridBenefit: yesNo,
  isSql: yesNo,
  hasExtensions: yesNo,
  cloudInit: yesNo,
  domainJoined: yesNo,
  domainTrouble: yesNo,
  dc: z.optional(
    z.enum([
      'none',
      'single-dc-single-domain',
      'multiple-dc-single-domain',
      'single-dc-multi-domain',
      'multi-domain-forest',
    ]),
  ),
  otherDcReachable: yesNo,
  isolatedNetwork: yesNo,
  vnetInPrimary: yesNo,
  keyVaultEncrypted: yesNo,
  encryptedBlobs: yesNo,
  // Read by no rule.
  isTrustedLaunch: yesNo,
  generation: z.optional(z.unknown()),
  isSpot: yesNo,
  hostGroup: orNone,
  hasSharedDisks: yesNo,
  leavesOutSharedDisks: yesNo,
});

const item = z.strictObject({ isSoftDeleted: yesNo });

const point = z.strictObject({
  id: text,
  time: text,
  consistency: text,
  tier: z.optional(z.enum(['Snapshot', 'SnapshotAndVault', 'Vault', 'Archive'])),
  transferToVaultDone: yesNo,
  inSecondary: yesNo,
  ageHours: z.optional(z.number()),
  diskCount: count,
  isRehydrated: yesNo,
  streaming: yesNo,
  isSoftDeleted: yesNo,
  hoursToExpiry: z.optional(z.nullable(z.number())),
  // Read by no rule.
  isInstantIlrSessionActive: yesNo,
  originalStorageAccountOption: yesNo,
});

const vault = z.strictObject({
  type: z.optional(z.enum(['RecoveryServices', 'Backup'])),
  region: text,
  secondaryRegion: orNone,
  redundancy: z.optional(z.enum(['LRS', 'GRS', 'RA-GRS', 'ZRS'])),
  crrEnabled: yesNo,
  csrState,
  cmkEnabled: yesNo,
  subscription: text,
  tenant: text,
  identities: z.optional(z.array(z.enum(['system', 'user']))),
  userIdentityIds: names,
  movedSubscription: yesNo,
  originalSubscription: orNone,
});

const target = z.strictObject({
  vmNames: names,
  rgNames: names,
  diskNames: names,
  hasPermissions: yesNo,
  regionHasZones: yesNo,
  vnetInSecondary: yesNo,
  stagingAccountsInRegion: count,
  firstSubnet: orNone,
  diskAccessUsable: yesNo,
  encryptionSetReady: yesNo,
});

/** The facts of a case, by group. What no rule reads is taken too: a file may describe a machine in full. */
export const factGroups = {
  vm,
  item,
  point,
  vault,
  target,
  platform: z.strictObject({ skuAvailable: yesNo, primaryDown: yesNo, pinnedZoneDown: yesNo }),
  operator: z.strictObject({ canRestoreVm: yesNo, isBackupAdmin: yesNo, isAppAdmin: yesNo }),
  identity: z.strictObject({ hasRestoreOperator: yesNo, hasAllActions: yesNo }),
  disk: z.strictObject({
    encryption,
    role: z.optional(z.enum(['os', 'data'])),
    validation: z.optional(z.enum(['none', 'running', 'succeeded', 'failed'])),
    attachedVmProtected: yesNo,
  }),
  bv: z.strictObject({
    restoreOperatorOnTarget: yesNo,
    rolesOnSnapshotRg: yesNo,
    snapshotsInPlace: yesNo,
    readerOnDes: yesNo,
    roleAgeMinutes: count,
  }),
  job: z.strictObject({
    kind: z.optional(z.enum(['createVm', 'restoreDisks', 'replaceDisks', 'diskRestore'])),
    status: text,
    secondary: yesNo,
  }),
  form: z.strictObject({ errors: count, warnings: count }),
  policy: z.strictObject({
    archive: yesNo,
    czrNonPinned: yesNo,
    networkStepAlways: yesNo,
    czrBothTiers: yesNo,
  }),
} as const;
