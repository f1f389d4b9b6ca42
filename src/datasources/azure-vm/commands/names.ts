import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';

/** A resource by the names that commands use. */
export interface Named {
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
}

/** What the commands of a restore name. */
export interface PlanNames {
  readonly vault: Named;
  readonly container: string;
  readonly item: string;
  readonly point: string;
  readonly source: Named;
  readonly account: Named;
  /** The subscription that the clients look things up in: that of the restore, else the vault’s. */
  readonly target: string;
  /** Null where the command must not name one: for a replacement, and for disks that stay unmanaged. */
  readonly group: string | null;
}

/** The names in a plan. */
export function namesOf(plan: VmPlan): PlanNames {
  const { restore } = plan;
  const id = restore.recoveryPointResourceId;
  const vault = { ...named(id), name: segmentOf(id, 'vaults') };
  const account = named(restore.stagingAccountId);
  const groupId = groupIdOf(plan);
  const subscription = groupId === null ? account.subscription : named(groupId).subscription;
  return {
    vault,
    container: segmentOf(id, 'protectionContainers'),
    item: segmentOf(id, 'protectedItems'),
    point: restore.recoveryPointId,
    source: named(restore.sourceResourceId),
    account,
    target: restore.kind === 'replaceDisks' ? vault.subscription : subscription,
    group: groupId === null ? null : nameOf(groupId),
  };
}

/** Whether the disks of a restore stay unmanaged, as blobs in the staging storage account. */
export const staysUnmanaged = ({ restore, isManaged }: VmPlan): boolean =>
  restore.kind === 'restoreDisks' &&
  restore.restoreWithManagedDisks !== true &&
  (restore.targetResourceGroupId === null || isManaged === false);

function groupIdOf(plan: VmPlan): string | null {
  const { restore } = plan;
  if (restore.kind === 'replaceDisks' || staysUnmanaged(plan)) return null;
  return restore.targetResourceGroupId;
}

/** A resource, or what is in it, by its id. */
export function named(id: string): Named {
  const { subscriptionId = '', resourceGroup = '', name = '' } = parseResourceId(id) ?? {};
  return { subscription: subscriptionId, group: resourceGroup, name };
}

/** The name behind a type in an id, whose letter case varies. */
function segmentOf(id: string, type: string): string {
  const segments = id.split('/');
  return segments[segments.findIndex((one) => sameId(one, type)) + 1] ?? '';
}
