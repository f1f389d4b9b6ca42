import { BuildForm } from '#src/datasources/azure-vm/disks/BuildForm.tsx';
import type { BuildValues } from '#src/datasources/azure-vm/disks/build-order.ts';
import { initialLuns } from '#src/datasources/azure-vm/disks/eligible.ts';
import type { OrderFormProps } from '#src/datasources/azure-vm/disks/form-props.ts';
import { useSizeAtPoint } from '#src/datasources/azure-vm/disks/use-size-at-point.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';

/** A new VM of the disks, as like the one that was backed up as is known here. */
export function BuildPlace(props: OrderFormProps) {
  const { size, isLoading } = useSizeAtPoint(props.point);
  if (isLoading) return <span role="status">{words.reading}</span>;
  return <BuildForm {...props} initial={initialValues(props, size)} />;
}

function initialValues(
  { machineName, disks, networkId, subnetId }: OrderFormProps,
  size: string | null,
): BuildValues {
  const osDisk = disks.find(({ osType }) => osType !== null);
  const data = disks.filter(({ osType }) => osType === null);
  const luns = initialLuns(data);
  return {
    name: machineName,
    osDiskId: osDisk?.id ?? null,
    size,
    luns: disks.map((disk) => {
      const lun = luns[data.indexOf(disk)];
      return lun === undefined ? null : String(lun);
    }),
    networkId,
    subnetId,
    address: null,
    nicName: null,
    license: null,
    setId: null,
  };
}
