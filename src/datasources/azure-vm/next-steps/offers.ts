import type { Ground } from '#src/datasources/azure-vm/next-steps/ground.ts';
import { ORDER_STEPS, type StepOrderKind } from '#src/datasources/azure-vm/next-steps/order.ts';
import type { VmStepId } from '#src/datasources/azure-vm/plan/step-ids.ts';

const KINDS: Readonly<Partial<Record<VmStepId, StepOrderKind>>> = ORDER_STEPS;

/** The action that Azure has for a step; null: it has none, or no VM is known. Pure. */
export function actionKindOf(id: VmStepId, { machineId }: Ground): StepOrderKind | null {
  const kind = KINDS[id] ?? null;
  return kind === 'revoke' || machineId !== null ? kind : null;
}

const OF_LEFTOVERS: readonly VmStepId[] = [
  'replace.originals-kept',
  'replace.vhd.cleanup',
  'restore-disks.vhd.cleanup',
  'staging.cost',
];

/** Whether a step is about what the page of leftover resources deletes. */
export const isOfLeftovers = (id: VmStepId): boolean => OF_LEFTOVERS.includes(id);
