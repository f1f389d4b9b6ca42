import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import type {
  CommvaultAccessNode,
  CommvaultHypervisor,
} from '#src/api/commvault/hypervisors/hypervisor.ts';
import { accessNodesWire, hypervisorsWire } from '#src/api/commvault/hypervisors/wire.ts';

/** What V4 calls hypervisors of Azure: Resource Manager (S), and the classic deployment model (A). */
const DEPLOYMENT: Readonly<Record<string, CommvaultHypervisor['deployment']>> = {
  AZURE_V2: 'arm',
  AZURE: 'classic',
};

/** The hypervisors of Azure: GET of `/V4/Hypervisor`. @throws ArmError as every read. */
export async function listHypervisors(
  serve: ArmPipelines,
  signal?: AbortSignal,
): Promise<readonly CommvaultHypervisor[]> {
  const url = '/V4/Hypervisor';
  const { Hypervisors } = await sendFor(serve, hypervisorsWire, { method: 'GET', url, signal });
  return (Hypervisors ?? []).flatMap(({ id, name, displayName, HypervisorType, instance }) => {
    const deployment = DEPLOYMENT[HypervisorType ?? ''];
    if (id === null || name === null || deployment === undefined) return [];
    const instanceId = instance?.id ?? null;
    return [{ id, name, displayName: displayName ?? name, instanceId, deployment }];
  });
}

/** The access nodes: GET of `/VSAClientAndClientGroupList`. @throws ArmError as every read. */
export async function listAccessNodes(
  serve: ArmPipelines,
  signal?: AbortSignal,
): Promise<readonly CommvaultAccessNode[]> {
  const url = '/VSAClientAndClientGroupList';
  const { clients } = await sendFor(serve, accessNodesWire, { method: 'GET', url, signal });
  return (clients ?? []).flatMap(({ clientId: id, clientName: name, displayName }) =>
    id === null || name === null ? [] : [{ id, name, displayName: displayName ?? name }],
  );
}
