import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { isNotFound } from '#src/api/arm/error.ts';
import { uncut } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { groupIdOf } from '#src/api/arm/resource-id.ts';
import { listRoleAssignments } from '#src/api/authorization.ts';
import { getDisk, listDisksOfGroup } from '#src/api/compute/disks.ts';
import { machineQuery, readExtension } from '#src/api/compute/machines.ts';
import { backupVaultQuery } from '#src/api/data-protection/vaults.ts';
import { getNetworkInterface } from '#src/api/network.ts';
import { readOther } from '#src/api/queries/query.ts';
import { getProtectedItem } from '#src/api/recovery-services/items.ts';
import { protectionOf } from '#src/api/recovery-services/protect.ts';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { readSqlMachine } from '#src/api/sql.ts';
import { listContainers } from '#src/api/blobs.ts';
import { now } from '#src/lib/clock.ts';
import type { Machine } from '#src/model/machines.ts';
import {
  type ExtensionState,
  judgeAddresses,
  judgeAttached,
  judgeExtensions,
  judgeKeys,
  judgeLeft,
  judgeNics,
  judgeProtection,
  judgeSetting,
  judgeSql,
  type StepCheck,
  type StepRead,
  type StepResult,
} from '#src/model/next-steps.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { isOfRole } from '#src/model/roles.ts';
import type { Vault } from '#src/model/vaults.ts';

interface ArmReader {
  readonly arm: ArmPipelines;
  readonly signal: AbortSignal;
}

/** What a registration puts into a VM. */
const SQL_EXTENSION = 'SqlIaasExtension';

type MachineCheck = Extract<StepCheck, { readonly machineId: unknown }>;

/** What one VM says of a step, with what belongs to it. @throws ArmError. */
export async function judgeMachine(
  { arm, signal }: ArmReader,
  check: MachineCheck,
  machine: Machine,
): Promise<StepResult> {
  switch (check.kind) {
    case 'machine':
      return { outcome: 'done', seen: [machine.name] };
    case 'address': {
      const nics = await Promise.all(
        machine.nicIds.map((id) => getNetworkInterface(arm, id, signal)),
      );
      const addresses = nics.flatMap((nic) => nic.addresses);
      return judgeAddresses(addresses, check.wanted);
    }
    case 'set':
      return judgeSetting(machine.availabilitySet, check.wanted);
    case 'license':
      return judgeSetting(machine.hybridBenefit ? 'Windows_Server' : null, check.wanted);
    case 'nics':
      return judgeNics(machine.nicCount, check.wanted);
    case 'extensions': {
      const there = await Promise.all(
        (machine.extensions ?? []).map(async (name): Promise<ExtensionState> => {
          const one = await readExtension(arm, { machineId: machine.id, name }, signal);
          return { name, state: one?.properties?.provisioningState ?? null };
        }),
      );
      return judgeExtensions(there, check.wanted);
    }
    case 'protection': {
      const listed = judgeProtection(await protectionOf(arm, machine.id, signal));
      if (listed.outcome === 'done' || check.itemId === undefined) return listed;
      return judgeItem(arm, check.itemId, signal);
    }
    case 'keys': {
      const ids = machine.disks.flatMap(({ managedDiskId }) => managedDiskId ?? []);
      const disks = await Promise.all(ids.map((id) => getDisk(arm, id, signal)));
      return judgeKeys(disks.map(({ encryption }) => encryption));
    }
    case 'sql':
      // A question for a registration that is not there is an error to a browser.
      if (check.wanted === null && machine.extensions?.includes(SQL_EXTENSION) !== true) {
        return judgeLeft(null);
      }
      return judgeSql(await readSqlMachine(arm, machine.id, signal));
    case 'disks': {
      const { wanted } = check;
      if (wanted === null) return judgeLeft(null);
      const all = await uncut(listDisksOfGroup(arm, groupIdOf(machine.id), signal));
      const left = all.filter(
        (disk) => disk.machineId === null && wanted.some((id) => sameId(id, disk.id)),
      );
      return judgeLeft(left.map(({ name }) => name));
    }
  }
}

/** What a vault itself says of a backup instance; a question for one that isn't there is an error to a browser. */
export async function judgeItem(
  arm: ArmPipelines,
  itemId: ResourceId,
  signal?: AbortSignal,
): Promise<StepResult> {
  try {
    const { policyName, protectionState } = await getProtectedItem(arm, itemId, signal);
    return judgeProtection({ policyName, state: protectionState });
  } catch (error) {
    if (isNotFound(error)) return judgeProtection(null);
    throw error;
  }
}

/** First part of the key of every check. */
const STEP_CHECK = 'step check';

/** Reads all checks in view again. */
export const readStepsAgain = async (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: [STEP_CHECK] });

/** A step of a job, by the id of each. */
interface StepOfJob {
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
  onRead: (result: StepRead) => void,
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

async function resultOf(reader: Reader, check: StepCheck): Promise<StepRead> {
  const judged = await judge(reader, check);
  return judged === null
    ? { outcome: 'unknown', seen: [], isGone: true, at: now() }
    : { ...judged, ...(isMissing(check, judged) ? { isMissing: true } : {}), at: now() };
}

/** Kinds that count as done by what is there, also where the source's setting isn't known. */
const BY_PRESENCE: readonly StepCheck['kind'][] = ['address', 'set', 'license', 'sql', 'attached'];

const isMissing = ({ kind }: StepCheck, { outcome }: StepResult): boolean =>
  outcome === 'unknown' && BY_PRESENCE.includes(kind);

interface Reader extends ArmReader {
  readonly client: QueryClient;
}

/** Null: the VM is gone. */
async function judge(reader: Reader, check: StepCheck): Promise<StepResult | null> {
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
