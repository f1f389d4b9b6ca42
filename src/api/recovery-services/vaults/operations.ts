import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { operationPageWire } from '#src/api/recovery-services/vaults/wire-operations.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';

/**
 * The names of all that a role may allow on vaults: `GET
 * /providers/Microsoft.RecoveryServices/operations` (2024-04-01). Some are missing in Azure's list.
 */
export async function listOperationNames(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<string[]> {
  const url = `/providers/Microsoft.RecoveryServices/operations?api-version=${BACKUP_API_VERSION}`;
  const operations = await wholeList(arm, operationPageWire, url, signal);
  return operations.map(({ name }) => name);
}
