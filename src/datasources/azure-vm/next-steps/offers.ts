import type { Ground } from '#src/datasources/azure-vm/next-steps/ground.ts';
import type { StepOrderKind } from '#src/datasources/azure-vm/next-steps/order.ts';
import { ROLES_STEP, type VmStepId } from '#src/datasources/azure-vm/plan/step-ids.ts';

/** The action that Azure has for a step; null: it has none, or no VM is known. Pure. */
export function actionKindOf(id: VmStepId, { machineId }: Ground): StepOrderKind | null {
  if (id === ROLES_STEP) return 'revoke';
  return machineId === null ? null : (ofMachine(id) ?? null);
}

function ofMachine(id: VmStepId): StepOrderKind | undefined {
  switch (id) {
    case 'backup-again.continues':
    case 'backup-again.setup':
    case 'backup-again.template-vm':
      return 'protect';
    case 'after.static-ip':
      return 'address';
    case 'special.hub.after':
      return 'license';
    case 'special.sql':
      return 'sql';
    case 'after.cloud-init-password':
    case 'after.domain.4-reset':
      return 'reset';
    default:
      return undefined;
  }
}

const OF_LEFTOVERS: readonly VmStepId[] = [
  'replace.originals-kept',
  'replace.vhd.cleanup',
  'restore-disks.vhd.cleanup',
  'staging.cost',
];

/** Whether a step is about what the page of leftover resources deletes. */
export const isOfLeftovers = (id: VmStepId): boolean => OF_LEFTOVERS.includes(id);
