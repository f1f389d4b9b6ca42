import type { Disk } from '#src/model/machines.ts';
import type { DiskOrder, DiskOrderKind } from '#src/datasources/azure-vm/disks/order.ts';
import type { SentPoint } from '#src/datasources/azure-vm/disks/sent-place.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** What every form of an order is given. */
export interface OrderFormProps {
  readonly kind: DiskOrderKind;
  /** The name that the restore had for a new VM, else that of its source. */
  readonly machineName: string;
  /** The VM that was backed up. */
  readonly sourceName: string;
  /** The resource group of the disks. */
  readonly group: ResourceId;
  readonly disks: readonly Disk[];
  /** Null: another browser started the restore. */
  readonly point: SentPoint | null;
  /** The network that the restore was sent with, or that its job names; null: none, or not known here. */
  readonly networkId: ResourceId | null;
  /** The subnet that the restore was sent with; null: none, or not known here. */
  readonly subnetId: ResourceId | null;
  readonly onPlanned: (order: DiskOrder) => void;
}
