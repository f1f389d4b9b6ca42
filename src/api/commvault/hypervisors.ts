import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { text } from '#src/api/commvault/answers.ts';

/** Where VMs are restored to: one entry for each set of credentials of Azure. */
export interface CommvaultHypervisor {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  /** Its instance, which a restore names too; null: not reported. */
  readonly instanceId: string | null;
  readonly deployment: 'arm' | 'classic';
}

/** What moves the data of a restore. */
interface CommvaultAccessNode {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
}

/** GET of `/V4/Hypervisor` (commvault.md §2.2, S). */
const hypervisorsWire = z.object({
  Hypervisors: maybe(
    z.array(
      z.object({
        id: text,
        name: text,
        displayName: text,
        HypervisorType: text,
        instance: maybe(z.object({ id: text })),
      }),
    ),
  ),
});

/** GET of `/VSAClientAndClientGroupList` (C). */
const accessNodesWire = z.object({
  clients: maybe(z.array(z.object({ clientId: text, clientName: text, displayName: text }))),
});

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
