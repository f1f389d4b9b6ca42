import * as z from 'zod/mini';
import { canonicalJson } from '#src/lib/canonical-json.ts';
import { resourceId } from '#src/model/resource-id.ts';
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

const id = z.pipe(z.string(), z.transform(resourceId));
const anyRestore = {
  recoveryPointResourceId: id,
  recoveryPointId: z.string(),
  sourceResourceId: id,
  stagingAccountId: id,
  region: z.string(),
  identity: z.optional(
    z.nullable(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('system') }),
        z.object({ kind: z.literal('user'), identityId: id }),
      ]),
    ),
  ),
  rehydration: z.optional(
    z.nullable(z.object({ priority: z.enum(['Standard', 'High']), days: z.number() })),
  ),
  guardRequests: z.optional(z.array(id)),
};
const newDisks = {
  networkAccess: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['sameAsSource', 'public']) }),
      z.object({ kind: z.literal('private'), diskAccessId: id }),
    ]),
  ),
  zone: z.optional(z.nullable(z.string())),
  diskEncryptionSetId: z.optional(z.nullable(id)),
  restoreWithManagedDisks: z.optional(z.boolean()),
};
const restore = z.discriminatedUnion('kind', [
  z.object({ ...anyRestore, kind: z.literal('replaceDisks') }),
  z.object({
    ...anyRestore,
    ...newDisks,
    kind: z.literal('restoreDisks'),
    targetResourceGroupId: z.nullable(id),
    restoreDiskLunList: z.optional(z.nullable(z.array(z.number()))),
  }),
  z.object({
    ...anyRestore,
    ...newDisks,
    kind: z.literal('createVm'),
    targetVirtualMachineId: id,
    targetResourceGroupId: id,
    virtualNetworkId: id,
    subnetId: id,
  }),
]);
const plan = z.object({
  restore,
  isSecondary: z.boolean(),
  newGroup: z.nullable(
    z.object({ subscriptionId: z.string(), name: z.string(), region: z.string() }),
  ),
  isManaged: z.nullable(z.boolean()),
  vaultRegion: z.string(),
});

/** The plan that a draft kept; null where it isn’t a VM’s. */
export function readVmPlan(text: string): VmPlan | null {
  try {
    return plan.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
