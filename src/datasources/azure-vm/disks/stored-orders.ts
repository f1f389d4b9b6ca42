import * as z from 'zod/mini';
import { storedEntry, storedValues } from '#src/lib/stored-values.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** What is to be done with restored disks, as it is stored once it was confirmed. */

const id = z.pipe(z.string(), z.transform(resourceId));
/** When it was planned, epoch milliseconds: the same can be done again later. */
const at = z.number();

/** What the VM of a backup has, as text; null: it has none; left out: not known. */
const setting = z.optional(z.nullable(z.string()));

const buildSource = z.object({
  name: z.string(),
  has: z.object({
    ultra: setting,
    security: setting,
    plan: setting,
    tags: setting,
    identities: setting,
    hostEncryption: setting,
    bootDiagnostics: setting,
    extensions: setting,
  }),
  /** Settings that nothing here looks at, as `UNREAD_SETTINGS` names them; left out: none, or not known. */
  unread: z.optional(z.array(z.string())),
});
export type BuildSource = z.infer<typeof buildSource>;

const build = z.object({
  kind: z.literal('build'),
  at,
  machineId: id,
  nicId: id,
  subnetId: id,
  /** Null: Azure chooses. */
  address: z.nullable(z.string()),
  region: z.string(),
  zone: z.nullable(z.string()),
  size: z.string(),
  osType: z.enum(['Windows', 'Linux']),
  osDiskId: id,
  dataDisks: z.array(z.object({ diskId: id, lun: z.number() })),
  availabilitySetId: z.nullable(id),
  /** As Azure names it, such as `Windows_Server`; null: none. */
  licenseType: z.nullable(z.string()),
  /** One of the disks is an Ultra disk, so the VM gets the capability. */
  hasUltraDisks: z.optional(z.boolean()),
  /** Of the image that the OS disk is from; left out: none, or not known. */
  plan: z.optional(z.object({ name: z.string(), publisher: z.string(), product: z.string() })),
  /** The VM that was backed up, as it was read; left out by versions that didn't read it. */
  source: z.optional(buildSource),
});
const attach = z.object({
  kind: z.literal('attach'),
  at,
  machineId: id,
  diskId: id,
  lun: z.number(),
  /** What the disk is a copy of, where the VM has it, and whether it is detached first. */
  original: z.optional(z.object({ diskId: id, isDetached: z.boolean() })),
});
const detach = z.object({ kind: z.literal('detach'), at, machineId: id, diskId: id });
const swap = z.object({
  kind: z.literal('swap'),
  at,
  machineId: id,
  diskId: id,
  /** The OS disk of before; null: it was not read. */
  before: z.nullable(id),
  /** False: the VM was stopped before, and stays so. */
  wasRunning: z.boolean(),
});

const diskOrder = z.discriminatedUnion('kind', [build, attach, detach, swap]);
export type DiskOrder = z.infer<typeof diskOrder>;
export type DiskBuild = z.infer<typeof build>;

export const DISK_ORDER_KINDS = ['build', 'attach', 'swap', 'detach'] as const;
export type DiskOrderKind = DiskOrder['kind'];

/** The id of the action of an order: the same after a reload. */
export const diskActionId = ({ kind, at: plannedAt, machineId }: DiskOrder): string =>
  `${kind}.${machineId.toLowerCase()}.${String(plannedAt)}`;

/** The steps of these actions after which a VM has what was restored. */
export const MAKES_MACHINE: readonly string[] = ['machine', 'swap'];

const PREFIX = 'disk-orders.';
const diskOrders = z.array(diskOrder);
const stored = storedValues(PREFIX, diskOrders);

const NONE: readonly DiskOrder[] = [];

/** What was confirmed after a job in this browser, the oldest first. The same array until it changes. */
export const ordersOf = (jobId: string): readonly DiskOrder[] =>
  stored.read(jobId.toLowerCase()) ?? NONE;

/** Writes down that an order is about to be carried out. */
export function addOrder(jobId: string, order: DiskOrder): void {
  const name = jobId.toLowerCase();
  // Another tab may have added one in this moment.
  const others = storedEntry(PREFIX + name, diskOrders) ?? ordersOf(jobId);
  stored.write(name, [...others, order]);
}

/** Forgets an order that was given up. */
export function removeDiskOrder(jobId: string, order: DiskOrder): void {
  const others = ordersOf(jobId).filter(
    ({ at: one, kind, machineId }) =>
      one !== order.at || kind !== order.kind || machineId !== order.machineId,
  );
  stored.write(jobId.toLowerCase(), others);
}

export const onDiskOrders = stored.listen;
