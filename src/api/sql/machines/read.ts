import { isNotFound } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { sqlMachineAddress } from '#src/api/sql/machines/address.ts';
import { sqlMachineWire } from '#src/api/sql/machines/wire.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** A machine that is registered with the SQL IaaS Agent extension. */
export interface SqlMachine {
  /** `PAYG`, `AHUB` or `DR`; null: not reported. */
  readonly license: string | null;
  /** Its registration is still under way, or ended badly. */
  readonly isComplete: boolean;
}

/**
 * Reads how a machine is registered as a SQL virtual machine: `GET
 * …/Microsoft.SqlVirtualMachine/sqlVirtualMachines/{vm}` (2023-10-01). Null: it isn't, or that name is another
 * machine's.
 */
export async function readSqlMachine(
  arm: ArmPipelines,
  machineId: ResourceId,
  signal?: AbortSignal,
): Promise<SqlMachine | null> {
  const url = sqlMachineAddress(machineId);
  try {
    const { properties } = await sendFor(arm, sqlMachineWire, { method: 'GET', url, signal });
    if (!sameId(properties?.virtualMachineResourceId, machineId)) return null;
    const state = properties?.provisioningState?.toLowerCase() ?? 'succeeded';
    return {
      license: properties?.sqlServerLicenseType ?? null,
      isComplete: state === 'succeeded',
    };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
