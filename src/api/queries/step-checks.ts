import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { uncut } from '#src/api/arm/paging.ts';
import { groupIdOf } from '#src/api/arm/resource-id.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { readOther } from '#src/api/queries/query.ts';
import { listRoleAssignments } from '#src/api/authorization.ts';
import { listDisksOfGroup } from '#src/api/compute/disks.ts';
import { backupVaultQuery } from '#src/api/data-protection/vaults.ts';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { type ArmReader, judgeMachine } from '#src/api/queries/machine-checks.ts';
import { listContainers } from '#src/api/storage/blobs.ts';
import { now } from '#src/lib/clock.ts';
import {
  type CheckResult,
  judgeAttached,
  type Judged,
  judgeLeft,
  type StepCheck,
} from '#src/model/next-steps.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { isOfRole } from '#src/model/roles.ts';
import type { Vault } from '#src/model/vaults.ts';

/** First part of the key of every check. */
const STEP_CHECK = 'step check';

/** Reads all checks in view again. */
export const readStepsAgain = async (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: [STEP_CHECK] });

/** A step of a job, by the id of each. */
export interface StepOfJob {
  readonly jobId: string;
  readonly id: string;
}

/**
 * Whether a next step is done, read from Azure; nothing is read without a check. `onRead` is given each result, to
 * be stored. What can't be read is an error of the query, and no answer.
 */
export const stepCheckQuery = (
  { jobId, id }: StepOfJob,
  check: StepCheck | null,
  onRead: (result: CheckResult) => void,
) =>
  queryOptions({
    queryKey: [STEP_CHECK, jobId.toLowerCase(), id, check],
    queryFn:
      check === null
        ? skipToken
        : async ({ client, signal }) => {
            const result = await resultOf({ client, arm: session(), signal }, check);
            onRead(result);
            return result;
          },
  });

async function resultOf(reader: Reader, check: StepCheck): Promise<CheckResult> {
  const judged = await judge(reader, check);
  return judged === null
    ? { outcome: 'unknown', seen: [], isGone: true, at: now() }
    : { ...judged, ...(isMissing(check, judged) ? { isMissing: true } : {}), at: now() };
}

/** Kinds that count as done by what is there, also where the source's setting isn't known. */
const BY_PRESENCE: readonly StepCheck['kind'][] = ['address', 'set', 'license', 'sql', 'attached'];

const isMissing = ({ kind }: StepCheck, { outcome }: Judged): boolean =>
  outcome === 'unknown' && BY_PRESENCE.includes(kind);

interface Reader extends ArmReader {
  readonly client: QueryClient;
}

/** Null: the VM is gone. */
async function judge(reader: Reader, check: StepCheck): Promise<Judged | null> {
  const { arm, signal } = reader;
  switch (check.kind) {
    case 'container': {
      const { accountId, name } = check;
      if (name === null) return judgeLeft(null);
      const all = await uncut(listContainers(arm, accountId, signal));
      return judgeLeft(all.flatMap((one) => (sameId(one.name, name) ? [one.name] : [])));
    }
    case 'roles':
      return judgeLeft(await rolesLeft(reader, check));
    case 'attached': {
      const all = await uncut(listDisksOfGroup(arm, groupIdOf(check.diskId), signal));
      const disk = all.find(({ id }) => sameId(id, check.diskId));
      if (disk === undefined) return judgeLeft(null);
      const isWanted = check.machineId === undefined || sameId(disk.machineId, check.machineId);
      const on = judgeAttached(disk.machineId === null ? null : nameOf(disk.machineId));
      return isWanted ? on : { ...on, outcome: 'open' };
    }
    case 'diskRole': {
      const { principalId } = await readOther(reader.client, {
        ...backupVaultQuery(check.vaultId),
        staleTime: 0,
      });
      if (principalId === null) return judgeLeft([]);
      const held = await uncut(listRoleAssignments(arm, check.scope, principalId, signal));
      const own = held.filter(isOfRole('diskRestoreOperator'));
      return judgeLeft(own.flatMap(({ id, scope }) => (sameId(scope, check.scope) ? [id] : [])));
    }
    default: {
      // Several checks of one VM share a read that is under way.
      const machine = await readOther(reader.client, {
        ...machineQuery(check.machineId),
        staleTime: 0,
      });
      return machine === null ? null : judgeMachine(reader, check, machine);
    }
  }
}

/** The id in the directory of an identity of a vault; `identityId` null: its own. Null: it has none. */
export const principalIn = (vault: Vault, identityId: ResourceId | null): string | null =>
  identityId === null
    ? vault.systemPrincipalId
    : (vault.userPrincipalIds[identityId.toLowerCase()] ?? null);

/** The roles that the identity of a restore holds in its scopes themselves; null: it isn't known which identity. */
async function rolesLeft(
  { client, arm, signal }: Reader,
  { scopes, vaultId, identityId }: Extract<StepCheck, { readonly kind: 'roles' }>,
): Promise<string[] | null> {
  const vault = await readOther(client, { ...vaultQuery(vaultId), staleTime: 0 });
  const principal = principalIn(vault, identityId);
  if (principal === null) return null;
  const lists = await Promise.all(
    scopes.map((scope) => uncut(listRoleAssignments(arm, scope, principal, signal))),
  );
  const own = lists.flat().filter(({ scope }) => scopes.some((one) => sameId(one, scope)));
  return [...new Set(own.map(({ id }) => id))];
}
