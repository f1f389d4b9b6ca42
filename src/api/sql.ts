import * as z from 'zod/mini';
import { unlessMissing } from '#src/api/arm/error.ts';
import { type StartedWrite, startWrite } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { SQL_API_VERSION } from '#src/api/versions.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';

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

/**
 * Reads how a machine is registered as a SQL virtual machine: `GET
 * …/Microsoft.SqlVirtualMachine/sqlVirtualMachines/{vm}` (2023-10-01). Null: it isn't, or that name is another
 * machine's. Its license is `PAYG`, `AHUB` or `DR`; null: not reported.
 */
export async function readSqlMachine(
  arm: ArmPipelines,
  machineId: ResourceId,
  signal?: AbortSignal,
) {
  const request = { method: 'GET', url: sqlMachineAddress(machineId), signal } as const;
  const properties = (await unlessMissing(sendFor(arm, sqlMachineWire, request)))?.properties;
  if (!sameId(properties?.virtualMachineResourceId, machineId)) return null;
  const state = properties?.provisioningState?.toLowerCase() ?? 'succeeded';
  return { license: properties?.sqlServerLicenseType ?? null, isComplete: state === 'succeeded' };
}

/**
 * Registers a machine as a SQL virtual machine, once: `PUT
 * …/Microsoft.SqlVirtualMachine/sqlVirtualMachines/{vm}` (2023-10-01), followed at `Azure-AsyncOperation`. In its own
 * region, paid as one goes (`PAYG`) or with a license of one's own (`AHUB`).
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function registerSqlMachine(
  arm: ArmPipelines,
  machineId: ResourceId,
  { region, license }: { readonly region: string; readonly license: 'PAYG' | 'AHUB' },
): Promise<StartedWrite> {
  const body: SqlMachineRequestWire = {
    location: region,
    properties: { virtualMachineResourceId: machineId, sqlServerLicenseType: license },
  };
  return startWrite(arm, { method: 'PUT', url: sqlMachineAddress(machineId), body });
}

/** Where the registration of a machine is: it has the machine's group and name (`az sql vm create -n -g`). */
function sqlMachineAddress(machineId: ResourceId): string {
  const group = machineId.replace(/\/providers\/.*$/i, '');
  return `${group}/providers/Microsoft.SqlVirtualMachine/sqlVirtualMachines/${nameOf(machineId)}?api-version=${SQL_API_VERSION}`;
}
