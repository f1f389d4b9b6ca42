import { instant, isoText } from '#src/lib/time.ts';
import { fold, initialState } from '#src/mocks/world/fold.ts';
import type { RoleAssignmentSeed } from '#src/mocks/world/place-seed.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { groupId } from '#src/mocks/world/ids.ts';

import { backupVaultRoles, backupVaultsFor, diskInstancesFor } from './disk-backups.ts';
import type { Estate } from './estate.ts';
import { itemsFor, unprotectedIn } from './items.ts';
import { jobsFor, mainJob } from './jobs.ts';
import { machineFor, machineIdsIn } from './machines.ts';
import { distinct, type Mentions } from './mentions.ts';
import { groupsFor, regionsFor, subscriptionsFor } from './places.ts';
import { pointsFor } from './points.ts';
import {
  accountsFor,
  containersFor,
  diskAccessesFor,
  disksFor,
  encryptionSetsFor,
  keyVaultsFor,
  linkedTemplatesFor,
  networksFor,
  partsFor,
} from './resources.ts';
import { nowFor } from './times.ts';
import { vaultsFor } from './vaults.ts';

/** Every identity of a vault may restore everywhere: a sample says nothing of who holds which role. */
function rolesFor(
  vaults: Seed['vaults'],
  subscriptions: Seed['subscriptions'],
): readonly RoleAssignmentSeed[] {
  const holders = vaults.flatMap(({ id, userIdentities }) => [id, ...(userIdentities ?? [])]);
  return holders.flatMap((holder) =>
    subscriptions.map(({ subscriptionId }) => ({
      holder,
      role: 'VM Restore Operator' as const,
      scope: `/subscriptions/${subscriptionId}`,
    })),
  );
}

/** Makes the world of a sample from what it tells. */
export function estateFor(mentions: Mentions): Estate {
  const nowMs = nowFor(mentions);
  const vaults = vaultsFor(mentions);
  const subscriptions = subscriptionsFor(mentions);
  const groups = groupsFor(mentions);
  const [vault] = vaults;
  const backupVaults = backupVaultsFor(mentions);
  const diskInstances = diskInstancesFor(mentions);
  const instances = itemsFor(mentions, vault.id);
  const [instance] = instances;
  const machine = machineFor(mentions, instance.machineId);
  const ids = distinct([
    ...instances.map(({ machineId }) => machineId),
    ...machineIdsIn(mentions),
    ...unprotectedIn(mentions),
  ]);
  const group = groups.map((one) => groupId(one))[0] ?? '';
  const accounts = accountsFor(mentions, group);
  const seed: Seed = {
    name: 'conformance',
    startsAt: isoText(instant(nowMs)),
    frontDoor: 'CONFORMANCE',
    subscriptions,
    regions: regionsFor(mentions),
    groups,
    vaults,
    // What a vault protects keeps its storage from being changed; a change of an item needs the item.
    instances: mentions.isChange && !mentions.named.has('protectedItemName') ? [] : instances,
    machines: ids.map((id) => (id === machine.id ? machine : machineFor(mentions, id))),
    accounts,
    containers: containersFor(mentions, group),
    linkedTemplates: linkedTemplatesFor(mentions),
    networks: networksFor(mentions),
    encryptionSets: encryptionSetsFor(mentions),
    diskAccesses: diskAccessesFor(mentions),
    keyVaults: keyVaultsFor(mentions),
    looseDisks: disksFor(mentions),
    written: partsFor(mentions),
    jobs: [],
    roleAssignments: [
      ...rolesFor(vaults, subscriptions),
      ...backupVaultRoles(backupVaults, subscriptions),
    ],
    backupVaults,
    diskInstances,
  };
  const events = jobsFor(mentions, instance, machine);
  const begun = initialState({ seed, faults: [], profile: 'recorded' });
  return {
    state: fold(
      begun,
      events.map((event, index) => ({ seq: index + 1, event })),
    ),
    nowMs,
    vault,
    instance,
    machine,
    point: pointsFor(mentions)[0],
    account: accounts.at(-1) ?? { id: '', location: '', kind: 'StorageV2', sku: '' },
    jobId: mainJob(mentions),
    diskInstance: diskInstances[0],
  };
}
