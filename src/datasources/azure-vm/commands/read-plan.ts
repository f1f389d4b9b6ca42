import * as z from 'zod/mini';
import { resourceId } from '#src/model/resource-id.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';

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
const part = z.optional(z.string());
const newDisks = {
  encryption: z.optional(
    z.object({
      isOn: z.boolean(),
      keys: z.optional(
        z.object({ secretUrl: part, secretVaultId: part, keyUrl: part, keyVaultId: part }),
      ),
    }),
  ),
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
// Strict: a key that another version has stored would be lost, and the commands would restore something else.
const restore = z.discriminatedUnion('kind', [
  z.strictObject({
    ...anyRestore,
    // Its plan carries them, too, though nothing is made of them.
    ...newDisks,
    networkAccess: z.optional(newDisks.networkAccess),
    kind: z.literal('replaceDisks'),
  }),
  z.strictObject({
    ...anyRestore,
    ...newDisks,
    kind: z.literal('restoreDisks'),
    targetResourceGroupId: z.nullable(id),
    restoreDiskLunList: z.optional(z.nullable(z.array(z.number()))),
  }),
  z.strictObject({
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

/** The plan that a draft kept; null where it isn’t a VM’s, or has a key that this version doesn’t know. */
export function readVmPlan(text: string): VmPlan | null {
  try {
    return plan.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
