import * as z from 'zod/mini';
import { followOperation, type StartedWrite, startWrite } from '#src/api/arm/operation.ts';
import { itemsByPage } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import {
  protectedItemId,
  protectedItemWire,
  toProtectedItem,
} from '#src/api/recovery-services/items.ts';
import type { ProtectRequestWire } from '#src/api/recovery-services/requests.ts';
import { graphQuestion, literal, queryGraph } from '#src/api/resource-graph/query.ts';
import { BACKUP_API_VERSION } from '#src/api/versions.ts';
import { isProtectionStopped, type ProtectedItem } from '#src/model/instances.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** A machine that a vault knows and no vault protects, `GET {V}/backupProtectableItems` of 2024-04-01. */
const protectableItemWire = z.looseObject({
  id: z.string(),
  properties: z.looseObject({
    virtualMachineId: maybe(z.string()),
    friendlyName: maybe(z.string()),
    protectionState: maybe(z.string()),
  }),
});

export type ProtectableItemWire = z.infer<typeof protectableItemWire>;

export const protectableItemPageWire = pageOf(protectableItemWire);

/** A machine that is to be backed up, where and how. */
interface NewProtection {
  readonly vaultId: ResourceId;
  readonly machineId: ResourceId;
  readonly policyId: ResourceId;
}

const MACHINES = encodeURIComponent("backupManagementType eq 'AzureIaasVM'");

const VERSION = `api-version=${BACKUP_API_VERSION}`;

/** What an undeletion names of an item. */
export type UndeletedItem = Pick<ProtectedItem, 'id' | 'sourceResourceId' | 'deployment'>;

/**
 * Protects a virtual machine, once, and follows that to its end: `PUT {PI}` (2024-04-01; the official sample
 * ConfigureProtection). A machine that the vault hasn't seen yet is discovered first.
 * @returns the id of the `ConfigureBackup` job, where Azure names it.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function protectMachine(
  arm: ArmPipelines,
  { vaultId, machineId, policyId }: NewProtection,
): Promise<string | null> {
  if (!(await isListed(arm, vaultId, machineId))) await refreshMachines(arm, vaultId);
  const body: ProtectRequestWire = {
    properties: {
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      sourceResourceId: machineId,
      policyId,
    },
  };
  const url = `${protectedItemId(vaultId, machineId)}?${VERSION}`;
  const started = await startWrite(arm, { method: 'PUT', url, body });
  return started.kind === 'done' ? null : followOperation(arm, started.operation);
}

/**
 * Undeletes the backup of a machine, once: `PUT {PI}` with `isRehydrate` (2024-04-01; live §6). Its backups stay
 * stopped.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function undeleteItem(
  arm: ArmPipelines,
  { id, sourceResourceId, deployment }: UndeletedItem,
): Promise<StartedWrite> {
  const body: ProtectRequestWire = {
    properties: {
      protectedItemType:
        deployment === 'classic'
          ? 'Microsoft.ClassicCompute/virtualMachines'
          : 'Microsoft.Compute/virtualMachines',
      sourceResourceId,
      policyId: '',
      isRehydrate: true,
      protectionState: 'ProtectionStopped',
    },
  };
  return startWrite(arm, { method: 'PUT', url: `${id}?${VERSION}`, body });
}

/**
 * Whether a vault lists a machine among those that it could protect: `GET {V}/backupProtectableItems`
 * (2024-04-01). Pages are read only as far as the machine.
 */
async function isListed(
  arm: ArmPipelines,
  vaultId: ResourceId,
  machineId: ResourceId,
): Promise<boolean> {
  const url = `${vaultId}/backupProtectableItems?${VERSION}&$filter=${MACHINES}`;
  for await (const { properties } of itemsByPage(arm, protectableItemPageWire, url)) {
    if (sameId(properties.virtualMachineId, machineId)) return true;
  }
  return false;
}

/**
 * Lets a vault look for new machines, and waits until it has: `POST
 * {V}/backupFabrics/{fabric}/refreshContainers` (2024-04-01). Its answer has a `Location` alone.
 */
async function refreshMachines(arm: ArmPipelines, vaultId: ResourceId): Promise<void> {
  const url = `${vaultId}/backupFabrics/Azure/refreshContainers?${VERSION}&$filter=${MACHINES}`;
  const started = await startWrite(arm, { method: 'POST', url });
  if (started.kind === 'accepted') await followOperation(arm, started.operation);
}

/**
 * The backup instance of a machine, from Resource Graph over all readable vaults: a copy that lags by minutes. Of
 * several the one whose backups go on, else one that isn’t deleted. Null: no readable vault has one.
 */
export async function itemOfMachine(
  arm: ArmPipelines,
  machineId: ResourceId,
  signal?: AbortSignal,
): Promise<ProtectedItem | null> {
  const query = graphQuestion('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    `where properties.sourceResourceId =~ ${literal(machineId)}`,
    'order by id asc',
    'project id, name, type, location, properties',
  ]);
  const items = (await queryGraph(arm, protectedItemWire, query, signal)).map(toProtectedItem);
  return (
    items.find(({ protectionState }) => isProtectionStopped(protectionState) !== true) ??
    items.find(({ deletion }) => deletion === null) ??
    items[0] ??
    null
  );
}

/** Where a machine is backed up. */
interface MachineProtection {
  readonly itemId: ResourceId;
  readonly vaultId: ResourceId;
  readonly policyName: string | null;
  /** Azure's word: `Protected`, `IRPending`, `ProtectionStopped`, … */
  readonly state: string;
}

/** Where a machine is backed up, as {@link itemOfMachine} finds it. Null: in no readable vault. */
export async function protectionOf(
  arm: ArmPipelines,
  machineId: ResourceId,
  signal?: AbortSignal,
): Promise<MachineProtection | null> {
  const item = await itemOfMachine(arm, machineId, signal);
  if (item === null) return null;
  const { id, vaultId, policyName, protectionState } = item;
  return { itemId: id, vaultId, policyName, state: protectionState };
}
