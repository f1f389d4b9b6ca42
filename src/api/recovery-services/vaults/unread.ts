import * as z from 'zod/mini';
import { armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { send } from '#src/api/arm/send.ts';
import { listVaultNames, type VaultName } from '#src/api/recovery-services/vaults/names.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';

/** Vaults whose instances the user can't read, so that a list over all vaults lacks them. */
export interface UnreadVaults {
  readonly vaults: readonly VaultName[];
  /** False: there are too many vaults to ask. */
  readonly isChecked: boolean;
}

/** Maximum number of vaults to check: more would take too long. */
const MOST_VAULTS = 200;
const MOST_QUERIED = 20;

const WITH_INSTANCES = question('recoveryservicesresources', [
  "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
  "extend vault = tostring(split(tolower(id), '/backupfabrics/')[0])",
  'summarize items = count() by vault',
]);

/**
 * Lists the vaults that a person can see but not look into. Resource Graph silently omits what it can't
 * read, so this queries each vault without an instance there.
 */
export async function listUnreadVaults(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<UnreadVaults> {
  const all = await listVaultNames(arm, signal);
  if (all.length > MOST_VAULTS) return { vaults: [], isChecked: false };
  const row = z.looseObject({ vault: z.string() });
  const filled = await queryGraph(arm, row, WITH_INSTANCES, signal);
  const known = new Set(filled.map(({ vault }) => vault.toLowerCase()));
  const bare = all.filter(({ id }) => !known.has(id.toLowerCase()));
  const queried = bare.slice(0, MOST_QUERIED);
  const isUnread = await Promise.all(queried.map(async (vault) => isForbidden(arm, vault, signal)));
  return {
    vaults: queried.filter((_, index) => isUnread[index] === true),
    isChecked: bare.length <= MOST_QUERIED,
  };
}

/** Whether the person can't list a vault's contents: `GET {V}/backupProtectedItems` (2024-04-01). */
async function isForbidden(
  arm: ArmPipelines,
  { id }: VaultName,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const filter = encodeURIComponent("backupManagementType eq 'AzureIaasVM' and itemType eq 'VM'");
  const url = `${id}/backupProtectedItems?api-version=${BACKUP_API_VERSION}&$filter=${filter}`;
  try {
    await send(arm, { method: 'GET', url, signal });
    return false;
  } catch (error) {
    if (armFacts(error)?.status === 403) return true;
    throw error;
  }
}
