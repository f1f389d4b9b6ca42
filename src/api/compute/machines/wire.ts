import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

const diskWire = z.looseObject({
  lun: maybe(z.number()),
  name: maybe(z.string()),
  diskSizeGB: maybe(z.number()),
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
  properties: z.looseObject({
    hardwareProfile: maybe(z.looseObject({ vmSize: maybe(z.string()) })),
    storageProfile: maybe(
      z.looseObject({
        osDisk: maybe(z.looseObject({ ...diskWire.shape, osType: maybe(z.string()) })),
        dataDisks: maybe(z.array(diskWire)),
      }),
    ),
    availabilitySet: maybe(z.looseObject({ id: maybe(z.string()) })),
  }),
});
export type MachineWire = z.infer<typeof machineWire>;
