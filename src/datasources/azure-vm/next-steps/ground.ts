import { resourceGroupId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import { readVmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import type { SentRestore } from '#src/datasources/azure-vm/plan/sent-restore.ts';
import type { SourceAtPress } from '#src/datasources/azure-vm/plan/source-at-press.ts';
import { type JobDetails, propertyOf, type RestoreKind } from '#src/model/jobs.ts';
import {
  type AfterKind,
  type AfterLine,
  isEffective,
  machinesMade,
  type StepCheck,
} from '#src/model/next-steps.ts';
import type { OsType } from '#src/model/points.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { Restore, RestoreIdentity } from '#src/api/recovery-services/restore.ts';

/** What the next steps of a VM's restore are computed from. Null: not known here, or there is none. */
export interface Ground {
  readonly kind: RestoreKind;
  /** Another browser started it. */
  readonly isElsewhere: boolean;
  readonly vaultId: ResourceId;
  /** The VM that was created or whose disks were replaced; of restored disks the one that has them since. */
  readonly machineId: ResourceId | null;
  readonly source: SourceAtPress | null;
  /** The system of what was restored; null: not known. */
  readonly osType: OsType | null;
  readonly stagingId: ResourceId | null;
  /** The container that the job names. */
  readonly container: string | null;
  readonly targetGroupId: ResourceId | null;
  readonly identity: RestoreIdentity | null;
  /** The backup instance that was made from here; left out: none was. */
  readonly itemId?: ResourceId | undefined;
  /** Whether a VM of what was restored was ordered from here, whatever became of it; left out: none was. */
  readonly isUsed?: boolean;
  /** What reads whether restored disks were put to use; left out: nothing was done with them from here. */
  readonly used?: StepCheck | undefined;
  /** What reads whether the VM of a deployed template is there; left out: none was deployed from here. */
  readonly deployed?: StepCheck | undefined;
}

export interface GroundFrom {
  readonly job: JobDetails;
  /** The system that Azure reports of what was restored; null: none. */
  readonly osType?: OsType | null;
  /** Null: another browser started it. */
  readonly sent: SentRestore | null;
  /** The resource group of what was read back; null: nothing was. */
  readonly group: ResourceId | null;
  /** What was done after it from here, the oldest first. */
  readonly lines: readonly AfterLine[];
}

/** What is known of a restore of a VM; null for a job that is no such restore. Pure. */
export function groundOf({ job, osType = null, sent, group, lines }: GroundFrom): Ground | null {
  const kind = job.restoreKind;
  if (kind === null) return null;
  const restore = readVmPlan(sent?.plan ?? '')?.restore ?? null;
  return {
    kind,
    isElsewhere: sent === null,
    vaultId: vaultIdOf(job.id) ?? resourceId(''),
    machineId: machinesMade(lines).at(-1) ?? machineOf(kind, restore, { job, group }),
    source: sent?.source ?? null,
    osType: sent?.source?.osType ?? osType,
    stagingId: restore?.stagingAccountId ?? null,
    container: propertyOf(job, 'Config Blob Container Name') ?? null,
    targetGroupId:
      restore !== null && restore.kind !== 'replaceDisks' ? restore.targetResourceGroupId : null,
    identity: restore?.identity ?? null,
    ...usesOf(lines),
  };
}

const MAKING: readonly AfterKind[] = ['build', 'swap', 'deploy'];

/** What reads whether the restored disks and their template were put to use; nothing where they weren't from here. */
function usesOf(lines: readonly AfterLine[]): Pick<Ground, 'isUsed' | 'used' | 'deployed'> {
  const checkOf = (kinds: readonly AfterKind[]) =>
    lines.findLast((line) => kinds.includes(line.kind) && isEffective(line))?.check;
  const isUsed = lines.some(({ kind, state }) => MAKING.includes(kind) && state !== 'refused');
  const used = checkOf(['build', 'swap', 'attach']);
  const deployed = checkOf(['deploy']);
  return { ...(isUsed && { isUsed }), ...(used && { used }), ...(deployed && { deployed }) };
}

function machineOf(
  kind: RestoreKind,
  restore: Restore | null,
  { job, group }: Pick<GroundFrom, 'job' | 'group'>,
): ResourceId | null {
  if (restore?.kind === 'createVm') return restore.targetVirtualMachineId;
  if (restore?.kind === 'replaceDisks') return restore.sourceResourceId;
  return kind === 'restoreDisks' ? null : namedMachine(job, group);
}

/** The VM that a job names (aftercare §1.1), where its subscription is known. */
function namedMachine(job: JobDetails, found: ResourceId | null): ResourceId | null {
  const name = propertyOf(job, 'Target VM Name') ?? '';
  const subscription = propertyOf(job, 'Target Subscription ID') ?? '';
  const group = propertyOf(job, 'Target resource group') ?? '';
  const owner =
    found ?? (subscription === '' || group === '' ? null : resourceGroupId(subscription, group));
  if (name === '' || owner === null) return null;
  return resourceId(`${owner}/providers/Microsoft.Compute/virtualMachines/${name}`);
}
