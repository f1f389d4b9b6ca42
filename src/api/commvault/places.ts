import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { textOrId } from '#src/api/commvault/answers.ts';
import { commServeSession } from '#src/api/commvault/session.ts';
import { findMachineByVmId, findVmId, listMachineNamesOfGroup } from '#src/api/compute/machines.ts';
import { listKeyVaults } from '#src/api/key-vaults.ts';
import { listSecurityGroups } from '#src/api/network.ts';
import { queryById } from '#src/api/queries/query.ts';

/** GET of `/V4/Hypervisor` (commvault.md §2.2, S). */
const hypervisorsWire = z.object({
  Hypervisors: maybe(
    z.array(
      z.object({
        id: textOrId,
        name: textOrId,
        displayName: textOrId,
        HypervisorType: textOrId,
        instance: maybe(z.object({ id: textOrId })),
      }),
    ),
  ),
});

/** GET of `/VSAClientAndClientGroupList` (C). */
const accessNodesWire = z.object({
  clients: maybe(
    z.array(z.object({ clientId: textOrId, clientName: textOrId, displayName: textOrId })),
  ),
});

/** What V4 calls hypervisors of Azure: Resource Manager (S), and the classic deployment model (A). */
const DEPLOYMENT: Readonly<Record<string, 'arm' | 'classic'>> = {
  AZURE_V2: 'arm',
  AZURE: 'classic',
};

/** Where VMs are restored to: one entry for each set of credentials of Azure. */
export type CommvaultHypervisor = Awaited<ReturnType<typeof listHypervisors>>[number];

/**
 * The hypervisors of Azure: GET of `/V4/Hypervisor`. A restore names the instance of one, too; null: it isn't reported.
 * @throws ArmError as every read.
 */
export async function listHypervisors(serve: ArmPipelines, signal?: AbortSignal) {
  const url = '/V4/Hypervisor';
  const { Hypervisors } = await sendFor(serve, hypervisorsWire, { method: 'GET', url, signal });
  return (Hypervisors ?? []).flatMap(({ id, name, displayName, HypervisorType, instance }) => {
    const deployment = DEPLOYMENT[HypervisorType ?? ''];
    if (id === null || name === null || deployment === undefined) return [];
    const instanceId = instance?.id ?? null;
    return [{ id, name, displayName: displayName ?? name, instanceId, deployment }];
  });
}

/** The access nodes, which move the data of a restore: GET of `/VSAClientAndClientGroupList`. @throws ArmError as every read. */
export async function listAccessNodes(serve: ArmPipelines, signal?: AbortSignal) {
  const url = '/VSAClientAndClientGroupList';
  const { clients } = await sendFor(serve, accessNodesWire, { method: 'GET', url, signal });
  return (clients ?? []).flatMap(({ clientId: id, clientName: name, displayName }) =>
    id === null || name === null ? [] : [{ id, name, displayName: displayName ?? name }],
  );
}

export const hypervisorsQuery = (host: string) =>
  queryOptions({
    queryKey: ['commvault hypervisors', host],
    queryFn: ({ signal }) => listHypervisors(commServeSession(host).serve, signal),
  });

export const accessNodesQuery = (host: string) =>
  queryOptions({
    queryKey: ['commvault access nodes', host],
    queryFn: ({ signal }) => listAccessNodes(commServeSession(host).serve, signal),
  });

/** What of Azure only a restore by Commvault asks for. */

/** The ID of the VM with a `vmId`; null: it is gone, or can't be read. */
export const machineByVmIdQuery = queryById('machine by vmId', findMachineByVmId);

/** The `vmId` of a VM; null: it is gone, or can't be read. */
export const vmIdQuery = queryById('vmId', findVmId);

/** The names of the VMs of a resource group: those that a new one cannot have. */
export const machineNamesOfGroupQuery = queryById(
  'machine names of group',
  listMachineNamesOfGroup,
);

/** The network security groups of a subscription. */
export const securityGroupsQuery = queryById('network security groups', listSecurityGroups);

/** The key vaults of a subscription. */
export const keyVaultsQuery = queryById('key vaults', listKeyVaults);
