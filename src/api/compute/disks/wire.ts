import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A managed disk, `GET …/Microsoft.Compute/disks/{disk}` of 2023-10-02. */
export const diskWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  zones: maybe(z.array(z.string())),
  /** Id of the machine that it is attached to. */
  managedBy: maybe(z.string()),
  properties: z.looseObject({
    osType: maybe(z.string()),
    diskSizeGB: maybe(z.number()),
    maxShares: maybe(z.number()),
    timeCreated: maybe(z.string()),
    networkAccessPolicy: maybe(z.string()),
    diskAccessId: maybe(z.string()),
    /** Of Azure Disk Encryption; left out where it was never on. */
    encryptionSettingsCollection: maybe(z.looseObject({ enabled: maybe(z.boolean()) })),
    encryption: maybe(
      z.looseObject({ type: maybe(z.string()), diskEncryptionSetId: maybe(z.string()) }),
    ),
  }),
});

export const diskPageWire = pageOf(diskWire);
export type DiskWire = z.infer<typeof diskWire>;
