import * as z from 'zod/mini';
import { maybe, nameOrNumber, pageOf } from '#src/api/arm/wire.ts';

/** One copy of a point: tiers and states are names, or numbers for old api-versions. */
const tierDetailWire = z.looseObject({ type: maybe(nameOrNumber), status: maybe(nameOrNumber) });

const diskWire = z.looseObject({ lun: maybe(z.number()), name: maybe(z.string()) });
export type DiskWire = z.infer<typeof diskWire>;

/** A recovery point of a VM (azure-contract §4; document 004, Select Recovery point). */
export const recoveryPointWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: maybe(z.string()),
  properties: z.looseObject({
    objectType: z.string(),
    recoveryPointType: maybe(z.string()),
    recoveryPointTime: maybe(z.string()),
    sourceVMStorageType: maybe(z.string()),
    isSourceVMEncrypted: maybe(z.boolean()),
    isInstantIlrSessionActive: maybe(z.boolean()),
    recoveryPointTierDetails: maybe(z.array(tierDetailWire)),
    isManagedVirtualMachine: maybe(z.boolean()),
    virtualMachineSize: maybe(z.string()),
    originalStorageAccountOption: maybe(z.boolean()),
    osType: maybe(z.string()),
    zones: maybe(z.array(z.string())),
    recoveryPointDiskConfiguration: maybe(
      z.looseObject({
        numberOfDisksIncludedInBackup: maybe(z.number()),
        numberOfDisksAttachedToVm: maybe(z.number()),
        includedDiskList: maybe(z.array(diskWire)),
        excludedDiskList: maybe(z.array(diskWire)),
      }),
    ),
    /** Only of an encrypted machine. */
    keyAndSecret: maybe(
      z.looseObject({
        bekDetails: maybe(
          z.looseObject({ secretUrl: maybe(z.string()), secretVaultId: maybe(z.string()) }),
        ),
        kekDetails: maybe(
          z.looseObject({ keyUrl: maybe(z.string()), keyVaultId: maybe(z.string()) }),
        ),
      }),
    ),
    isPrivateAccessEnabledOnAnyDisk: maybe(z.boolean()),
    /** Missing of the newest point until a rule of the policy tags it. */
    recoveryPointProperties: maybe(
      z.looseObject({ expiryTime: maybe(z.string()), isSoftDeleted: maybe(z.boolean()) }),
    ),
  }),
});
export type RecoveryPointWire = z.infer<typeof recoveryPointWire>;

export const recoveryPointPageWire = pageOf(recoveryPointWire);
