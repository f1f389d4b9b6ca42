import type { Control } from 'react-hook-form';
import type { Disk } from '#src/model/machines.ts';
import { type BuildValues, dataDisksBeside } from '#src/datasources/azure-vm/disks/build-order.ts';
import { LUNS } from '#src/datasources/azure-vm/disks/eligible.ts';
import { diskOptions, lunOption } from '#src/datasources/azure-vm/disks/field-options.ts';
import { diskActions } from '#src/strings/disk-actions.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';

const words = diskActions.field;

export interface BuildDisksProps {
  readonly control: Control<BuildValues>;
  readonly disks: readonly Disk[];
  readonly osDisk: Disk | undefined;
  readonly onOsDisk: () => void;
}

/** The OS disk of a new VM, and a LUN for each disk that is to go with it. */
export function BuildDisks({ control, disks, osDisk, onOsDisk }: BuildDisksProps) {
  const beside = dataDisksBeside(disks, osDisk);
  const texts = { control, errorText: (text: string) => text };
  return (
    <>
      <SelectField
        {...texts}
        name="osDiskId"
        label={words.osDisk}
        hint={
          osDisk === undefined || osDisk.zone === null
            ? osDisk?.region
            : diskActions.inZone(osDisk.region, osDisk.zone)
        }
        placeholder={diskActions.problem.required}
        required
        options={diskOptions(disks.filter(({ osType }) => osType !== null))}
        onChosen={onOsDisk}
      />
      {disks.map(
        (disk, index) =>
          beside.includes(disk) && (
            <SelectField
              key={disk.id}
              {...texts}
              name={`luns.${index}`}
              label={words.lunOf(disk.name)}
              placeholder={words.leaveOut}
              options={[{ value: '', label: words.leaveOut }, ...LUNS.map(lunOption)]}
            />
          ),
      )}
    </>
  );
}
