import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type StartedWrite, startWrite } from '#src/api/arm/write.ts';
import { sqlMachineAddress } from '#src/api/sql/machines/address.ts';
import type { SqlMachineRequestWire } from '#src/api/sql/machines/wire.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** How a machine is registered: in its own region, paid as one goes (`PAYG`) or with a license of one's own (`AHUB`). */
export interface SqlRegistration {
  readonly region: string;
  readonly license: 'PAYG' | 'AHUB';
}

/**
 * Registers a machine as a SQL virtual machine, once: `PUT
 * …/Microsoft.SqlVirtualMachine/sqlVirtualMachines/{vm}` (2023-10-01), followed at `Azure-AsyncOperation`.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function registerSqlMachine(
  arm: ArmPipelines,
  machineId: ResourceId,
  { region, license }: SqlRegistration,
): Promise<StartedWrite> {
  const body: SqlMachineRequestWire = {
    location: region,
    properties: { virtualMachineResourceId: machineId, sqlServerLicenseType: license },
  };
  return startWrite(arm, { method: 'PUT', url: sqlMachineAddress(machineId), body });
}
