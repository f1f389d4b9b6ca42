import { canonicalJson } from '#src/lib/data.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import type { PlannedRestore } from '#src/datasources/azure-vm/request/request.ts';
import { known } from '#src/wizard/reads/read.ts';

/** A restore with what its commands depend on besides the request. */
export interface VmPlan extends PlannedRestore {
  /** Whether the source has managed disks; null: not reported. */
  readonly isManaged: boolean | null;
  readonly vaultRegion: string;
}

/** The plan of a restore that Review shows. */
export function vmPlan(planned: PlannedRestore, { facts, reads }: DraftView): VmPlan {
  return {
    ...planned,
    isManaged: facts.vm?.isManaged ?? null,
    vaultRegion: known(reads.vault)?.region ?? planned.restore.region,
  };
}

/** The plan as the text that its hash is of, and that a draft keeps. */
export const vmPlanText = (plan: VmPlan): string => canonicalJson(plan);
