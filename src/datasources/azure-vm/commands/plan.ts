import * as z from 'zod/mini';
import { vmRestore } from '#src/api/recovery-services/restore.ts';
import { canonicalJson } from '#src/lib/data.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { known } from '#src/wizard/read.ts';

/** A restore with what must be made before it can start. */
const planned = {
  restore: vmRestore,
  /** It goes to the secondary region of the vault, which has an API of its own. */
  isSecondary: z.boolean(),
  newGroup: z.nullable(
    z.object({ subscriptionId: z.string(), name: z.string(), region: z.string() }),
  ),
};
const plan = z.object({
  ...planned,
  /** Whether the source has managed disks; null: not reported. */
  isManaged: z.nullable(z.boolean()),
  vaultRegion: z.string(),
});

/** A restore with what its commands depend on besides the request. */
export type VmPlan = z.infer<typeof plan>;
export type PlannedRestore = Pick<VmPlan, keyof typeof planned>;

/** The plan of a restore that Review shows. */
export function vmPlan(wanted: PlannedRestore, { facts, reads }: DraftView): VmPlan {
  return {
    ...wanted,
    isManaged: facts.vm?.isManaged ?? null,
    vaultRegion: known(reads.vault)?.region ?? wanted.restore.region,
  };
}

/** The plan as the text that its hash is of, and that a draft keeps. */
export const vmPlanText = (one: VmPlan): string => canonicalJson(one);

/** The plan that a draft kept; null where it isn’t a VM’s, or has a key that this version doesn’t know. */
export function readVmPlan(text: string): VmPlan | null {
  try {
    return plan.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
