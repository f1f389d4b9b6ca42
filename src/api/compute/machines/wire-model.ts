import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

const attachedDisk = z.looseObject({
  name: maybe(z.string()),
  lun: maybe(z.number()),
  managedDisk: maybe(z.looseObject({ id: maybe(z.string()) })),
});

/**
 * A virtual machine with all that it says, as it is changed and written back: `GET
 * …/Microsoft.Compute/virtualMachines/{vm}` of 2024-03-01.
 */
export const machineModelWire = z.looseObject({
  id: z.string(),
  location: z.string(),
  etag: maybe(z.string()),
  properties: z.looseObject({
    provisioningState: maybe(z.string()),
    storageProfile: maybe(
      z.looseObject({
        osDisk: maybe(attachedDisk),
        dataDisks: maybe(z.array(attachedDisk)),
      }),
    ),
  }),
});
export type MachineModelWire = z.infer<typeof machineModelWire>;

/** An extension, `GET …/virtualMachines/{vm}/extensions/{name}` of 2024-03-01. */
export const extensionWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({
      publisher: maybe(z.string()),
      type: maybe(z.string()),
      provisioningState: maybe(z.string()),
    }),
  ),
});
export type ExtensionWire = z.infer<typeof extensionWire>;
