import * as z from 'zod/mini';
import type { EncryptionKeys } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';

/**
 * What a restore of a VM needs to know, in the product's words. A draft plans it, its body is made from it, a press
 * stores it and the commands read it, all by this schema. Each of them has an entry for every key, so that a new key
 * that one of them leaves out doesn't compile.
 */

const id = z.pipe(z.string(), z.transform(resourceId));

/**
 * The vault's identity that reads and writes the staging storage account in place of the account's key
 * (document 000, Restore VMs with managed identities).
 */
const identity = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('user'), identityId: id }),
]);
export type RestoreIdentity = z.infer<typeof identity>;

const ofAnyKind = {
  recoveryPointResourceId: id,
  /** Its name, as requests hold it. */
  recoveryPointId: z.string(),
  sourceResourceId: id,
  stagingAccountId: id,
  region: z.string(),
  /** Missing or null: the account's key is used. */
  identity: z.optional(z.nullable(identity)),
  /** How the point is brought back from the archive, and for how many days; missing or null: it isn't there alone. */
  rehydration: z.optional(
    z.nullable(z.object({ priority: z.enum(['Standard', 'High']), days: z.number() })),
  ),
  /** The requests that the resource guard of the vault has granted; missing: no guard watches over it. */
  guardRequests: z.optional(z.readonly(z.array(id))),
};

/** Who may reach the restored disks (document 000, Assign network access settings during restore). */
const networkAccess = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['sameAsSource', 'public']) }),
  z.object({ kind: z.literal('private'), diskAccessId: id }),
]);
export type NetworkAccess = z.infer<typeof networkAccess>;

const part = z.optional(z.string());
/** What a restore point reports about Azure Disk Encryption of its source. */
const encryption = z.object({
  isOn: z.boolean(),
  /** Missing: not reported, or it is off. */
  keys: z.optional(
    z.object({
      secretUrl: part,
      secretVaultId: part,
      keyUrl: part,
      keyVaultId: part,
    } satisfies Record<keyof EncryptionKeys, typeof part>),
  ),
});
export type SourceEncryption = z.infer<typeof encryption>;

/** What restored disks may be given: of a machine's own, or of a new machine's. */
const ofNewDisks = {
  /** Null where the machine has no disk with private access: then there is no choice and nothing to send. */
  networkAccess: z.nullable(networkAccess),
  /** Missing: the restore point doesn't report it, and the request says nothing of it. */
  encryption: z.optional(encryption),
  /** Missing or null: the zone of the source, and the key of the source. */
  zone: z.optional(z.nullable(z.string())),
  diskEncryptionSetId: z.optional(z.nullable(id)),
  /** Unmanaged disks come back as managed ones. Missing or false: as they were. */
  restoreWithManagedDisks: z.optional(z.boolean()),
};

/** A complete restore, ready to request. Strict: without a key of another version it would restore something else. */
export const vmRestore = z.discriminatedUnion('kind', [
  /** `Replace disk/s`: everything goes where the source machine is. */
  z.strictObject({
    kind: z.literal('replaceDisks'),
    ...ofAnyKind,
    // Its plan carries them, too, though nothing is made of them.
    ...ofNewDisks,
    networkAccess: z.optional(ofNewDisks.networkAccess),
  }),
  /** `Restore disks` (document 004, Restore disks). */
  z.strictObject({
    kind: z.literal('restoreDisks'),
    ...ofAnyKind,
    ...ofNewDisks,
    /** Null only for machines with unmanaged disks, which come back as blobs in the account. */
    targetResourceGroupId: z.nullable(id),
    /** Data disks by their LUN; none is the OS disk alone, missing or null is every disk. */
    restoreDiskLunList: z.optional(z.nullable(z.readonly(z.array(z.number())))),
  }),
  /** `Create new virtual machine` (document 004, Restore as another virtual machine). */
  z.strictObject({
    kind: z.literal('createVm'),
    ...ofAnyKind,
    ...ofNewDisks,
    /** Does not exist yet: its last part is the new machine's name. */
    targetVirtualMachineId: id,
    targetResourceGroupId: id,
    virtualNetworkId: id,
    subnetId: id,
  }),
]);
export type Restore = z.infer<typeof vmRestore>;
export type ReplaceDisks = Extract<Restore, { kind: 'replaceDisks' }>;
export type RestoreDisks = Extract<Restore, { kind: 'restoreDisks' }>;
export type CreateVm = Extract<Restore, { kind: 'createVm' }>;
