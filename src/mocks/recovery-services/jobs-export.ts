import {
  acceptOperation,
  isOver,
  onVaultOperation,
} from '#src/mocks/recovery-services/operation-report.ts';
import { onVault, vaultAction, vaultPath } from '#src/mocks/recovery-services/paths.ts';
import { plainPolling } from '#src/mocks/recovery-services/polling.ts';
import { type Answer, type Call, ok, type Route, route } from '#src/mocks/service.ts';
import type { Operation } from '#src/mocks/world/fold.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';

/** Export of jobs (azure-contract §8). The file that the answer names is not there. */

/** Simulated time until the file is written (G). */
const OPERATION_MS = 20_000;

const OBJECT_TYPE = 'ExportJobsOperationResultInfo';

/** `Location` alone, no status (S). */
function headersOf(call: Call, vault: VaultSeed, operationId: string): Record<string, string> {
  const result = 'backupJobs/operationResults';
  const { Location = '', 'Retry-After': seconds = '' } = plainPolling(call, {
    basePath: vault.id,
    status: result,
    result,
    operationId,
    seconds: 60,
  });
  return { Location, 'Retry-After': seconds };
}

function start(call: Call, vault: VaultSeed): Answer {
  const event = acceptOperation(call, {
    kind: 'jobsExport',
    scopeId: vault.id,
    operationMs: OPERATION_MS,
  });
  return { status: 202, headers: headersOf(call, vault, event.operationId), events: [event] };
}

function resultOf(call: Call, found: Operation, vault: VaultSeed): Answer {
  if (isOver(found, call.now)) {
    const blobUrl = `https://simulated.blob.core.windows.net/reportcontainer/exportjobsreport${found.operationId}`;
    const operation = { objectType: OBJECT_TYPE, blobUrl, blobSasKey: '?sv=2014-02-14&sr=b&sp=r' };
    return ok({ operation, headers: {} });
  }
  const headers = headersOf(call, vault, found.operationId);
  // The answer's own headers are repeated in its body, each as a list (S).
  const repeated = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value]]),
  );
  const body = { operation: { objectType: OBJECT_TYPE }, headers: repeated };
  return { status: 202, headers, body };
}

export const jobsExportRoutes: readonly Route[] = [
  route.post('jobs.export', `${vaultPath}/backupJobsExport`, onVault(start)),
  route.get(
    'jobs.exportResult',
    `${vaultPath}/backupJobs/operationResults/{operation}`,
    onVaultOperation('jobsExport')(resultOf),
    `${vaultAction}/backupJobsExport/operationResults/read`,
  ),
];
