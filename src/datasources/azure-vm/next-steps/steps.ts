import { sayOf, sourceLine } from '#src/strings/rule-source.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { resourceGroupId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import type { Restore, RestoreIdentity } from '#src/api/recovery-services/restore.ts';
import { readVmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import { azPlace } from '#src/datasources/azure-vm/next-steps/orders.ts';
import {
  ORDER_STEPS,
  type StepOrderKind,
} from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import {
  ROLES_STEP,
  type SentRestore,
  type SourceAtPress,
  type VmStepId,
} from '#src/datasources/azure-vm/sent-restore.ts';
import { azCommand, type Command } from '#src/lib/command.ts';
import { type JobDetails, propertyOf, type RestoreKind } from '#src/model/jobs.ts';
import {
  type AfterKind,
  type AfterLine,
  isEffective,
  machinesMade,
  riskOf,
  type StepCheck,
} from '#src/model/next-steps.ts';
import type { OsType } from '#src/model/points.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import type { ShownStep } from '#src/wizard/next-steps/NextStepList.tsx';

/** What the next steps of a VM's restore are computed from. Null: not known here, or there is none. */
export interface RestoredVm {
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

export interface RestoredVmFrom {
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
export function restoredVmOf({
  job,
  osType = null,
  sent,
  group,
  lines,
}: RestoredVmFrom): RestoredVm | null {
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
function usesOf(lines: readonly AfterLine[]): Pick<RestoredVm, 'isUsed' | 'used' | 'deployed'> {
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
  { job, group }: Pick<RestoredVmFrom, 'job' | 'group'>,
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

/** What is left to do after a restore that another browser started: what its kind may leave. */
const BY_KIND: Readonly<Record<RestoreKind, readonly VmStepId[]>> = {
  createVm: [
    'backup-again.setup',
    'after.extensions',
    'after.static-ip',
    'after.availability-set',
    'special.hub.after',
    'special.sql',
    'after.nsg',
  ],
  restoreDisks: [
    'restore-disks.next-uses',
    'template.deploy.where',
    'backup-again.template-vm',
    'restore-disks.vhd.cleanup',
  ],
  replaceDisks: ['replace.originals-kept', 'replace.vhd.cleanup'],
};

/** The steps that only Windows has; after a press of this browser the rules have seen to that. */
const OF_WINDOWS: readonly VmStepId[] = ['special.hub.after', 'special.sql'];

/** The ids of the steps of a restore; `sent`: as they were at its press, null for another browser's. */
function stepIds({ kind, osType }: RestoredVm, sent: readonly VmStepId[] | null): VmStepId[] {
  const ids = sent ?? BY_KIND[kind].filter((id) => osType !== 'Linux' || !OF_WINDOWS.includes(id));
  return ids.toSorted((one, other) => riskOf(one) - riskOf(other));
}

/** How a step is verified, and what stands below it. */
interface VmStep {
  /** The setting of the source that it depends on. */
  readonly condition?: string;
  /** What a read of the VM verifies. */
  readonly onMachine?: (machineId: ResourceId, ground: RestoredVm) => StepCheck;
  /** What another read verifies; null: not enough is known for it. */
  readonly check?: (ground: RestoredVm) => StepCheck | null;
  /** What is known of it, as commands of the Azure CLI; `seen`: what the latest read found. */
  readonly commands?: (ground: RestoredVm, seen: readonly string[]) => Command[];
  /** It is about what the page of leftover resources deletes. */
  readonly isOfLeftovers?: true;
}

const BACKUP: VmStep = {
  onMachine: (machineId, { itemId }) => ({ kind: 'protection', machineId, itemId }),
};

const CONTAINER: VmStep = {
  check: ({ stagingId, container }) =>
    stagingId === null ? null : { kind: 'container', accountId: stagingId, name: container },
  isOfLeftovers: true,
};

const COPIES: VmStep = {
  ...CONTAINER,
  commands: ({ stagingId, container }) =>
    stagingId === null || container === null
      ? []
      : [
          azCommand([
            'az storage container-rm delete',
            ...azPlace(stagingId, 'storage-account'),
            ['--name', container],
          ]),
        ],
};

/** `wanted`: their names; null: not known here. */
const extensions = (wanted: (ground: RestoredVm) => readonly string[] | null): VmStep => ({
  onMachine: (machineId, ground) => ({ kind: 'extensions', machineId, wanted: wanted(ground) }),
  commands: ({ machineId }) =>
    machineId === null
      ? []
      : [azCommand(['az vm extension list', ...azPlace(machineId, 'vm-name'), '--output table'])],
});

const STEPS: Readonly<Partial<Record<VmStepId, VmStep>>> = {
  'backup-again.continues': BACKUP,
  'platform.backup.stopped': BACKUP,
  'backup-again.setup': BACKUP,
  'backup-again.template-vm': BACKUP,
  'crr.cmk-becomes-non-cmk': { onMachine: (machineId) => ({ kind: 'keys', machineId }) },
  'after.extensions': {
    ...extensions(({ source }) => source?.extensions ?? null),
    condition: words.sourceHad.extensions,
  },
  // The extension of a disk encryption (document 001, Restore entire encrypted VM).
  'encryption.ade.linux-extension': extensions(() => ['AzureDiskEncryptionForLinux']),
  'after.static-ip': {
    condition: words.sourceHad.address,
    onMachine: (machineId, { source }) => ({
      kind: 'address',
      machineId,
      wanted: source?.addresses ?? null,
    }),
  },
  'after.availability-set': {
    condition: words.sourceHad.set,
    onMachine: (machineId, { source }) => ({
      kind: 'set',
      machineId,
      wanted: source?.availabilitySet ?? null,
    }),
  },
  'special.hub.after': {
    condition: words.sourceHad.license,
    onMachine: (machineId, { source }) => ({
      kind: 'license',
      machineId,
      wanted: source?.hybridBenefit === true ? 'Windows_Server' : null,
    }),
  },
  'special.sql': {
    condition: words.sourceHad.sql,
    onMachine: (machineId, { isElsewhere }) => ({
      kind: 'sql',
      machineId,
      wanted: isElsewhere ? null : true,
    }),
  },
  'special.multi-nic': {
    onMachine: (machineId, { source }) => ({
      kind: 'nics',
      machineId,
      wanted: source?.nicCount ?? null,
    }),
  },
  'replace.originals-kept': {
    onMachine: (machineId, { source }) => ({
      kind: 'disks',
      machineId,
      wanted: source?.disks ?? null,
    }),
    commands: ({ source }, seen) =>
      (source?.disks ?? [])
        .filter((disk) => seen.includes(nameOf(disk)))
        .map((disk) => azCommand(['az disk delete', ['--ids', disk]])),
    isOfLeftovers: true,
  },
  'replace.vhd.cleanup': COPIES,
  'restore-disks.vhd.cleanup': COPIES,
  'staging.cost': CONTAINER,
  'restore-disks.next-uses': { check: ({ used, deployed }) => used ?? deployed ?? null },
  'template.deploy.where': { check: ({ deployed }) => deployed ?? null },
  [ROLES_STEP]: {
    check: ({ identity, stagingId, targetGroupId, vaultId }) => {
      const scopes = [stagingId, targetGroupId].flatMap((scope) => scope ?? []);
      const identityId = identity?.kind === 'user' ? identity.identityId : null;
      return identity && { kind: 'roles', scopes, vaultId, identityId };
    },
  },
};

const ORDER_KINDS: Readonly<Partial<Record<VmStepId, StepOrderKind>>> = ORDER_STEPS;

/** A next step of a VM's restore as its list shows it. */
export interface VmShownStep extends ShownStep {
  readonly id: VmStepId;
  /** The action that Azure has for it; null: it has none, or no VM is known. */
  readonly order: StepOrderKind | null;
  /** Where no action is offered; `seen`: what the latest read found. */
  readonly commands: (seen: readonly string[]) => readonly Command[];
  readonly isOfLeftovers: boolean;
}

/** The steps of a restore with their texts, sources and checks; `sent`: as they were at its press, null for another browser's. Pure. */
export const vmShownSteps = (ground: RestoredVm, sent: readonly VmStepId[] | null): VmShownStep[] =>
  stepIds(ground, sent).map((id) => shownStep(id, ground));

function shownStep(id: VmStepId, ground: RestoredVm): VmShownStep {
  const { machineId } = ground;
  const { condition, onMachine, check, commands, isOfLeftovers = false } = STEPS[id] ?? {};
  const order = ORDER_KINDS[id] ?? null;
  const ofMachine = machineId === null ? null : onMachine?.(machineId, ground);
  return {
    id,
    text: textOf(id, ground, condition),
    condition: ground.source === null ? condition : undefined,
    source: sourceOf(id),
    check: check?.(ground) ?? ofMachine ?? null,
    remark: machineId === null && onMachine !== undefined ? noMachine(ground) : undefined,
    order: order === 'revoke' || machineId !== null ? order : null,
    commands: (seen) => commands?.(ground, seen) ?? [],
    isOfLeftovers,
    hasAction: isOfLeftovers || (order !== null && (order === 'revoke' || machineId !== null)),
  };
}

/** What Windows takes for the name of a machine: nothing that a command could read otherwise. */
const HOST_NAME = /^[a-z0-9-]{1,15}$/i;

/** A step that depends on a setting of the source names it where the source isn't known here; the name of the VM is filled in. */
function textOf(
  id: VmStepId,
  { source, machineId }: RestoredVm,
  condition: string | undefined,
): string {
  if (id === ROLES_STEP) return words.roles;
  const say = sayOf(ruleNamed(vmRules, id));
  const text = source === null && condition !== undefined ? words.ifSource(condition, say) : say;
  const machine = machineId === null ? '' : nameOf(machineId);
  return HOST_NAME.test(machine) ? text.replaceAll('<MachineName>', machine) : text;
}

const noMachine = ({ kind, isUsed = false }: RestoredVm): string =>
  isUsed ? words.noUsedMachine : words.noMachine[kind];

function sourceOf(id: VmStepId): string | null {
  const rule = vmRules.all.find((one) => one.id === id);
  return rule === undefined ? null : sourceLine(rule.source[0]);
}
