import { invariant } from '#src/lib/result.ts';
import type { RestoreRequestWire } from '#src/api/recovery-services/restore-requests.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { acceptRestore } from '#src/mocks/recovery-services/restores.ts';
import type { RestoreAccepted } from '#src/mocks/world/events.ts';
import { hasTier } from '#src/mocks/recovery-services/judgement.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupId, guidFrom } from '#src/mocks/world/ids.ts';
import {
  findGroup,
  findInstance,
  findMachine,
  findVault,
  instancesNamed,
} from '#src/mocks/world/lookup.ts';
import type { InstanceSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';

/** A restore by another person of a machine that the user is about to restore. */
export interface OtherPersonsRestore {
  /** The machine's name, or the id of its backup instance. */
  readonly instance: string;
  /** Name of the target group in the vault's subscription. */
  readonly group: string;
  /** Of a new machine; without it the disks are restored. */
  readonly vmName?: string;
}

/**
 * A restore that another person asks for at this moment: from the newest point with a copy in the
 * vault, by way of the first account and into the first network that Azure takes.
 * @throws when there is no such machine, or when Azure refuses it whatever account is used.
 */
export function restoreOfOtherPerson(
  state: State,
  now: number,
  order: OtherPersonsRestore,
): RestoreAccepted {
  const instance = findInstance(state, order.instance) ?? instancesNamed(state, order.instance)[0];
  invariant(instance, `the world has an instance ${order.instance}`);
  const vault = findVault(state, instance.vaultId);
  const machine = findMachine(state, instance.machineId);
  const point = instance.points.find((one) => hasTier(one, 'HardenedRP'));
  invariant(vault && machine && point, `${order.instance} has a point in its vault`);
  invariant(
    findGroup(state, targetOf(vault, order)),
    `the vault's subscription has ${order.group}`,
  );
  let reason = 'there is no account';
  for (const body of bodiesFor(state, order, { vault, instance, pointName: point.name })) {
    const verdict = acceptRestore(
      state,
      now,
      { vault, instance, machine, point, body },
      {
        clientRequestId: guidFrom(`somebody else:${now}:${state.restores.length}`),
        requestId: guidFrom(`request of somebody else:${now}:${state.restores.length}`),
        apiVersion: '2024-04-01',
        path: `${instance.id}/recoveryPoints/${point.name}/restore`,
        byAnotherUser: true,
      },
    );
    if (verdict.isAccepted) return verdict.event;
    reason = JSON.stringify(verdict.refusal.body);
  }
  throw new Error(`Azure refuses the restore of somebody else: ${reason}`);
}

const targetOf = ({ id }: VaultSeed, { group }: OtherPersonsRestore): string =>
  groupId({ subscriptionId: parseResourceId(id)?.subscriptionId ?? '', name: group });

interface Source {
  readonly vault: VaultSeed;
  readonly instance: InstanceSeed;
  readonly pointName: string;
}

function bodiesFor(
  { seed }: State,
  order: OtherPersonsRestore,
  { vault, instance, pointName }: Source,
): readonly RestoreRequestWire[] {
  const { vmName } = order;
  const target = targetOf(vault, order);
  const common = {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: pointName,
    sourceResourceId: instance.machineId,
    targetResourceGroupId: target,
    region: vault.location,
  } as const;
  const places = vmName === undefined ? [null] : subnetsIn(seed.networks, vault.location);
  return seed.accounts.flatMap(({ id }) =>
    places.map((place) => ({
      properties: {
        ...common,
        storageAccountId: id,
        ...(place === null
          ? { recoveryType: 'RestoreDisks' as const }
          : {
              recoveryType: 'AlternateLocation' as const,
              targetVirtualMachineId: `${target}/providers/Microsoft.Compute/virtualMachines/${vmName ?? ''}`,
              ...place,
            }),
      },
    })),
  );
}

function subnetsIn(networks: State['seed']['networks'], location: string) {
  return networks
    .filter((network) => sameRegion(network.location, location))
    .flatMap(({ id, subnets }) =>
      subnets.map(({ name }) => ({ virtualNetworkId: id, subnetId: `${id}/subnets/${name}` })),
    );
}
