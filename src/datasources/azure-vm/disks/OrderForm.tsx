import type { GroupDisk } from '#src/api/compute/disks/ops.ts';
import { AttachForm } from '#src/datasources/azure-vm/disks/AttachForm.tsx';
import { BuildPlace } from '#src/datasources/azure-vm/disks/BuildPlace.tsx';
import { DetachForm } from '#src/datasources/azure-vm/disks/DetachForm.tsx';
import { freeDisks, systemOf } from '#src/datasources/azure-vm/disks/eligible.ts';
import type { DiskOrder, DiskOrderKind } from '#src/datasources/azure-vm/disks/order.ts';
import type { SentPoint } from '#src/datasources/azure-vm/plan/sent-restore.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';

export interface OrderFormProps {
  readonly kind: DiskOrderKind;
  /** The name that the restore had for a new VM, else that of its source. */
  readonly machineName: string;
  /** The resource group of the disks. */
  readonly group: ResourceId;
  readonly disks: readonly GroupDisk[];
  /** Null: another browser began the restore. */
  readonly point: SentPoint | null;
  /** The subnet that the restore was sent with; null: none, or not known here. */
  readonly subnetId: ResourceId | null;
  readonly onPlanned: (order: DiskOrder) => void;
}

/** What has to be known for one kind of order; or why it can't be planned. */
export function OrderForm(props: OrderFormProps) {
  const { kind, disks } = props;
  const free = freeDisks(disks);
  // What was filled in is about these disks: with others it begins anew.
  const key = `${kind} ${free.map(({ id }) => id).join(' ')}`;
  if (kind === 'detach') return <DetachForm key={key} {...props} />;
  if (free.length === 0) return <span role="status">{words.noFree}</span>;
  if (kind !== 'attach' && !free.some((disk) => systemOf(disk) !== null)) {
    return <span role="status">{words.noSystem}</span>;
  }
  return kind === 'build' ? (
    <BuildPlace key={key} {...props} disks={free} />
  ) : (
    <AttachForm key={key} {...props} disks={free} kind={kind} />
  );
}
