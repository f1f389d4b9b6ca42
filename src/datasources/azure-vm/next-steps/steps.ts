import type { Ground } from '#src/datasources/azure-vm/next-steps/ground.ts';
import { ROLES_STEP, type VmStepId } from '#src/datasources/azure-vm/plan/step-ids.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { StepCheck } from '#src/model/next-steps.ts';

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

/** Backup comes first: until it goes on, nothing protects the VM. */
const isBackup = (id: VmStepId): boolean =>
  id.startsWith('backup-again.') || id === 'platform.backup.stopped';

/** The steps that only Windows has; after a press of this browser the rules have seen to that. */
const OF_WINDOWS: readonly VmStepId[] = ['special.hub.after', 'special.sql'];

/** The ids of the steps of a restore; `sent`: as they were at its press, null for another browser's. Pure. */
export function stepIds(
  { kind, osType }: Pick<Ground, 'kind' | 'osType'>,
  sent: readonly VmStepId[] | null,
): VmStepId[] {
  const ids = sent ?? BY_KIND[kind].filter((id) => osType !== 'Linux' || !OF_WINDOWS.includes(id));
  return [...ids.filter(isBackup), ...ids.filter((id) => !isBackup(id))];
}

/** The extension of a disk encryption (document 001, Restore entire encrypted VM). */
const ADE_ON_LINUX = 'AzureDiskEncryptionForLinux';

/** What verifies a step; null: no read can, or not enough is known. Pure. */
export function checkOf(id: VmStepId, ground: Ground): StepCheck | null {
  const { machineId, stagingId, container, identity, vaultId, targetGroupId } = ground;
  switch (id) {
    case 'replace.vhd.cleanup':
    case 'restore-disks.vhd.cleanup':
    case 'staging.cost':
      return stagingId === null
        ? null
        : { kind: 'container', accountId: stagingId, name: container };
    case ROLES_STEP: {
      const scopes = [stagingId, targetGroupId].flatMap((scope) => scope ?? []);
      const identityId = identity?.kind === 'user' ? identity.identityId : null;
      return identity && { kind: 'roles', scopes, vaultId, identityId };
    }
    case 'restore-disks.next-uses':
      return ground.used ?? ground.deployed ?? null;
    case 'template.deploy.where':
      return ground.deployed ?? null;
    default:
      return machineId === null ? null : machineCheckOf(id, machineId, ground);
  }
}

function machineCheckOf(
  id: VmStepId,
  machineId: NonNullable<Ground['machineId']>,
  { source, isElsewhere, itemId }: Pick<Ground, 'source' | 'isElsewhere' | 'itemId'>,
): StepCheck | null {
  switch (id) {
    case 'backup-again.continues':
    case 'platform.backup.stopped':
    case 'backup-again.setup':
    case 'backup-again.template-vm':
      return { kind: 'protection', machineId, itemId };
    case 'crr.cmk-becomes-non-cmk':
      return { kind: 'keys', machineId };
    case 'after.extensions':
      return { kind: 'extensions', machineId, wanted: source?.extensions ?? null };
    case 'encryption.ade.linux-extension':
      return { kind: 'extensions', machineId, wanted: [ADE_ON_LINUX] };
    case 'after.static-ip':
      return { kind: 'address', machineId, wanted: source?.addresses ?? null };
    case 'after.availability-set':
      return { kind: 'set', machineId, wanted: source?.availabilitySet ?? null };
    case 'special.hub.after':
      return {
        kind: 'license',
        machineId,
        wanted: source?.hybridBenefit === true ? 'Windows_Server' : null,
      };
    case 'special.sql':
      return { kind: 'sql', machineId, wanted: isElsewhere ? null : true };
    case 'special.multi-nic':
      return { kind: 'nics', machineId, wanted: source?.nicCount ?? null };
    case 'replace.originals-kept':
      return { kind: 'disks', machineId, wanted: source?.disks ?? null };
    default:
      return null;
  }
}

/** Steps that are about a VM: where none is known, that is why they aren't checked. */
export const isOfMachine = (id: VmStepId): boolean =>
  machineCheckOf(id, ANY_MACHINE, NOTHING_KNOWN) !== null;

const ANY_MACHINE = resourceId('');
const NOTHING_KNOWN = { source: null, isElsewhere: true } as const;

/** What Windows takes for the name of a machine: nothing that a command could read otherwise. */
const HOST_NAME = /^[a-z0-9-]{1,15}$/i;

/** The text of a step with the name of the VM filled in. */
export const textWithName = (text: string, machine: string | null): string =>
  machine !== null && HOST_NAME.test(machine) ? text.replaceAll('<MachineName>', machine) : text;
