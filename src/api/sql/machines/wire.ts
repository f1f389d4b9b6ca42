import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** A SQL virtual machine, `GET …/Microsoft.SqlVirtualMachine/sqlVirtualMachines/{name}` of 2023-10-01. */
export const sqlMachineWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({
      virtualMachineResourceId: maybe(z.string()),
      sqlServerLicenseType: maybe(z.string()),
      provisioningState: maybe(z.string()),
    }),
  ),
});
export type SqlMachineWire = z.infer<typeof sqlMachineWire>;

/** The body of its `PUT` (2023-10-01; the official sample CreateOrUpdateSqlVirtualMachineMIN). */
export const sqlMachineRequestWire = z.looseObject({
  location: z.string(),
  properties: z.looseObject({
    virtualMachineResourceId: z.string(),
    sqlServerLicenseType: maybe(z.enum(['PAYG', 'AHUB', 'DR'])),
  }),
});
export type SqlMachineRequestWire = z.infer<typeof sqlMachineRequestWire>;
