import { isNotFound } from '#src/api/arm/error.ts';
import { uncut } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { groupIdOf } from '#src/api/arm/resource-id.ts';
import { getDisk, listDisksOfGroup } from '#src/api/compute/disks.ts';
import { readExtension } from '#src/api/compute/machines.ts';
import { getNetworkInterface } from '#src/api/network/interfaces.ts';
import { getProtectedItem } from '#src/api/recovery-services/items.ts';
import { protectionOf } from '#src/api/recovery-services/protect.ts';
import { readSqlMachine } from '#src/api/sql.ts';
import {
  type ExtensionState,
  judgeAddresses,
  judgeExtensions,
  judgeKeys,
  judgeLeft,
  judgeNics,
  judgeProtection,
  judgeSetting,
  judgeSql,
  type StepCheck,
  type StepResult,
} from '#src/model/next-steps.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/machines.ts';

export interface ArmReader {
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
