import * as z from 'zod/mini';
import { maybe, pageOf, tagsWire } from '#src/api/arm/wire.ts';

const diskWire = z.looseObject({
  lun: maybe(z.number()),
  name: maybe(z.string()),
  diskSizeGB: maybe(z.number()),
  writeAcceleratorEnabled: maybe(z.boolean()),
  managedDisk: maybe(
    z.looseObject({
      id: maybe(z.string()),
      storageAccountType: maybe(z.string()),
      diskEncryptionSet: maybe(z.looseObject({ id: maybe(z.string()) })),
    }),
  ),
});

/** A virtual machine, `GET …/Microsoft.Compute/virtualMachines/{vm}` of 2024-03-01. */
export const machineWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  zones: maybe(z.array(z.string())),
  tags: tagsWire,
  identity: maybe(z.looseObject({ type: maybe(z.string()) })),
  /** Its extensions. */
  resources: maybe(z.array(z.looseObject({ name: maybe(z.string()), id: maybe(z.string()) }))),
  properties: z.looseObject({
    hardwareProfile: maybe(z.looseObject({ vmSize: maybe(z.string()) })),
    storageProfile: maybe(
      z.looseObject({
        osDisk: maybe(z.looseObject({ ...diskWire.shape, osType: maybe(z.string()) })),
        dataDisks: maybe(z.array(diskWire)),
        /** An `id` is an image of the owner's, a `publisher` one of the marketplace. */
        imageReference: maybe(
          z.looseObject({ id: maybe(z.string()), publisher: maybe(z.string()) }),
        ),
      }),
    ),
    availabilitySet: maybe(z.looseObject({ id: maybe(z.string()) })),
    licenseType: maybe(z.string()),
    networkProfile: maybe(
      z.looseObject({
        networkInterfaces: maybe(z.array(z.looseObject({ id: maybe(z.string()) }))),
      }),
    ),
    osProfile: maybe(z.looseObject({ secrets: maybe(z.array(z.unknown())) })),
    securityProfile: maybe(z.looseObject({ encryptionAtHost: maybe(z.boolean()) })),
    /** Only with `$expand=instanceView`. */
    instanceView: maybe(
      z.looseObject({ statuses: maybe(z.array(z.looseObject({ code: maybe(z.string()) }))) }),
    ),
  }),
});
export type MachineWire = z.infer<typeof machineWire>;

/** A machine of a list, for its name and its creation: the least that an answer has is the id (S). */
const machineRowWire = z.looseObject({
  id: z.string(),
  name: maybe(z.string()),
  properties: maybe(z.looseObject({ timeCreated: maybe(z.string()) })),
});
export type MachineRowWire = z.infer<typeof machineRowWire>;

export const machinePageWire = pageOf(machineRowWire);

/** Machines of a list with all that each says. */
export const wholeMachinePageWire = pageOf(machineWire);
