import { failure } from '#src/mocks/errors.ts';
import { offsetOf, tokenFor } from '#src/mocks/page-token.ts';
import { vaultAction, vaultPath, withVault } from '#src/mocks/recovery-services/paths.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/**
 * Jobs as a file (azure-contract §8). Only the answers are simulated: no blob lies at the address. An
 * operation needs no event: its id says when it began.
 */

/** Simulated time until the file is written (G). */
const OPERATION_MS = 20_000;

function location(call: Call, vault: VaultSeed, operationId: string): Record<string, string> {
  const address = `https://management.azure.com${vault.id}/backupJobs/operationResults/${encodeURIComponent(operationId)}`;
  return { Location: `${address}?api-version=${call.apiVersion}`, 'Retry-After': '60' };
}

const keyOf = (vault: VaultSeed): string => `export:${vault.id.toLowerCase()}`;

function start(call: Call, vault: VaultSeed): Answer {
  return { status: 202, headers: location(call, vault, tokenFor(keyOf(vault), call.now)) };
}

function result(call: Call, vault: VaultSeed): Answer {
  const operationId = param(call, 'operation');
  const startedAt = offsetOf(operationId, keyOf(vault));
  if (startedAt === null) {
    return failure(404, 'OperationNotFound', `Operation ${operationId} was not found.`);
  }
  const objectType = 'ExportJobsOperationResultInfo';
  if (call.now < startedAt + OPERATION_MS) {
    const headers = location(call, vault, operationId);
    // The answer's own headers are repeated in its body, each as a list (S).
    const repeated = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    );
    const body = { operation: { objectType }, headers: repeated };
    return { status: 202, headers, body };
  }
  const account = `https://export${hexFrom(keyOf(vault), 12)}.blob.core.windows.net`;
  const operation = {
    objectType,
    blobUrl: `${account}/jobs/${nameOf(vault.id)}-${startedAt}.json`,
    blobSasKey: `sv=2023-01-03&sig=${hexFrom(operationId, 40)}`,
  };
  return ok({ operation, headers: {} });
}

export const jobsExportRoutes: readonly Route[] = [
  {
    operation: 'jobs.export',
    method: 'POST',
    path: `${vaultPath}/backupJobsExport`,
    action: `${vaultAction}/backupJobsExport/action`,
    handle: (call) => withVault(call, (vault) => start(call, vault)),
  },
  {
    operation: 'jobs.exportResult',
    method: 'GET',
    path: `${vaultPath}/backupJobs/operationResults/{operation}`,
    action: `${vaultAction}/backupJobs/operationResults/read`,
    handle: (call) => withVault(call, (vault) => result(call, vault)),
  },
];
