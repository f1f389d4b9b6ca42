import { listText } from '#src/lib/wording.ts';
import type { Control } from 'react-hook-form';
import type { BuildValues } from '#src/datasources/azure-vm/disks/build-order.ts';
import { type Subnet, subnetObstacle, type VirtualNetwork } from '#src/model/places.ts';
import { diskActions } from '#src/strings/disk-actions.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';

const words = diskActions.field;

export interface BuildNetworkProps {
  readonly control: Control<BuildValues>;
  readonly networks: readonly VirtualNetwork[];
  /** Of the chosen network. */
  readonly subnets: readonly Subnet[];
  readonly onNetwork: () => void;
}

/** Where the NIC of a new VM goes. */
export function BuildNetwork({ control, networks, subnets, onNetwork }: BuildNetworkProps) {
  const texts = { control, errorText: (text: string) => text };
  const placeholder = diskActions.problem.required;
  return (
    <>
      <SelectField
        {...texts}
        name="networkId"
        label={words.network}
        placeholder={placeholder}
        required
        options={networks.map(({ id, name, resourceGroup }) => ({
          value: id,
          label: name,
          remark: resourceGroup,
        }))}
        onChosen={onNetwork}
      />
      <SelectField
        {...texts}
        name="subnetId"
        label={words.subnet}
        placeholder={placeholder}
        required
        options={subnets.map((subnet) => ({
          value: subnet.id,
          label: subnet.name,
          remark: subnetObstacle(subnet) === 'full' ? words.full : listText(subnet.addressPrefixes),
        }))}
      />
      <TextField {...texts} name="address" label={words.address} hint={words.addressHint} />
    </>
  );
}
