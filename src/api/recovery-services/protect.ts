import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { followOperation, type StartedWrite, startWrite } from '#src/api/arm/operation.ts';
import { itemsByPage, listReader } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import {
  MACHINE_ITEMS,
  protectedItemId,
  protectedItemWire,
  toProtectedItem,
} from '#src/api/recovery-services/items.ts';
import type { ProtectRequestWire } from '#src/api/recovery-services/requests.ts';
import { listVaultPage, vaultsKey } from '#src/api/recovery-services/vaults.ts';
import { graphQuestion, literal, queryGraph } from '#src/api/resource-graph/query.ts';
import { BACKUP_API_VERSION } from '#src/api/versions.ts';
import { isProtectionStopped, type ProtectedItem } from '#src/model/instances.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';

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
    ...MACHINE_ITEMS,
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

/** Backup instance of a machine; null: no Recovery Services vault protects it. */
export const protectedMachineQuery = (machineId: ResourceId) =>
  queryOptions({
    queryKey: ['protected machine', machineId.toLowerCase()],
    queryFn: ({ signal }) => itemOfMachine(session(), machineId, signal),
  });

/** How long a policy keeps restore points. */
const retentionWire = maybe(
  z.looseObject({
    retentionDuration: maybe(
      z.looseObject({ count: maybe(z.number()), durationType: maybe(z.string()) }),
    ),
  }),
);

/** A policy for virtual machines, `GET {V}/backupPolicies` of 2024-04-01. */
const policyWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    backupManagementType: maybe(z.string()),
    /** `V1` is standard, `V2` enhanced. */
    policyType: maybe(z.string()),
    schedulePolicy: maybe(z.looseObject({ scheduleRunFrequency: maybe(z.string()) })),
    retentionPolicy: maybe(
      z.looseObject({ dailySchedule: retentionWire, weeklySchedule: retentionWire }),
    ),
  }),
});

export const policyPageWire = pageOf(policyWire);
type PolicyWire = z.infer<typeof policyWire>;

/** A backup policy that a virtual machine can be protected with. */
export interface BackupPolicy {
  readonly id: ResourceId;
  readonly name: string;
  /** How often, how long and which kind, in Azure's own words: `Daily, 30 Days, V1`. */
  readonly description: string;
}

/**
 * The policies of a vault for virtual machines: `GET {V}/backupPolicies` (Recovery Services backup, 2024-04-01;
 * the official sample BackupPolicies_List).
 */
export const listPolicies = listReader(
  policyPageWire,
  (vaultId: ResourceId) =>
    `${vaultId}/backupPolicies?api-version=${BACKUP_API_VERSION}&$filter=${MACHINES}`,
  ({ id, name, properties }): BackupPolicy => ({
    id: resourceId(id),
    name,
    description: descriptionOf(properties),
  }),
);

function descriptionOf({
  schedulePolicy,
  retentionPolicy,
  policyType,
}: PolicyWire['properties']): string {
  const retention = (retentionPolicy?.dailySchedule ?? retentionPolicy?.weeklySchedule)
    ?.retentionDuration;
  const parts = [
    schedulePolicy?.scheduleRunFrequency,
    retention?.count ? `${String(retention.count)} ${retention.durationType ?? ''}`.trim() : null,
    policyType,
  ];
  return parts.filter((part) => part).join(', ');
}

/** The policies of a vault that can back up a VM. */
export const policiesQuery = queryById('backup policies', listPolicies);

/** More stand in no list: a person would not find theirs. */
const MOST_IN_REACH = 100;

/**
 * The vaults that can back up a VM: those of its region and its subscription (documentation of Azure Backup,
 * support matrix), from Resource Graph.
 */
export const vaultsInReachQuery = (machineId: ResourceId, region: string) => {
  const filter = {
    search: '',
    subscriptions: [parseResourceId(machineId)?.subscriptionId ?? ''],
    regions: [region],
    redundancies: [],
    crossRegion: [],
    crossSubscription: [],
  };
  return queryOptions({
    queryKey: [...vaultsKey, filter, 'in reach'],
    queryFn: async ({ signal }) => {
      const wanted = { filter, order: VAULTS_BY_NAME, start: { skip: 0 }, top: MOST_IN_REACH };
      return (await listVaultPage(session(), wanted, signal)).rows;
    },
  });
};
