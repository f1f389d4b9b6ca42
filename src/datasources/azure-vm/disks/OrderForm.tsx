import { AttachForm } from '#src/datasources/azure-vm/disks/AttachForm.tsx';
import { BuildPlace } from '#src/datasources/azure-vm/disks/BuildPlace.tsx';
import { DetachForm } from '#src/datasources/azure-vm/disks/DetachForm.tsx';
import { freeDisks } from '#src/datasources/azure-vm/disks/eligible.ts';
import type { OrderFormProps } from '#src/datasources/azure-vm/disks/form-props.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';

/** What has to be known for one kind of order; or why it can't be planned. */
export function OrderForm(props: OrderFormProps) {
  const { kind, disks } = props;
  const free = freeDisks(disks);
  // What was filled in is about these disks: other disks get a new form.
  const key = `${kind} ${free.map(({ id }) => id).join(' ')}`;
  if (kind === 'detach') return <DetachForm key={key} {...props} />;
  if (free.length === 0) return <span role="status">{words.noFree}</span>;
  if (kind !== 'attach' && !free.some(({ osType }) => osType !== null)) {
    return <span role="status">{words.noSystem}</span>;
  }
  return kind === 'build' ? (
    <BuildPlace key={key} {...props} disks={free} />
  ) : (
    <AttachForm key={key} {...props} disks={free} kind={kind} />
  );
}
