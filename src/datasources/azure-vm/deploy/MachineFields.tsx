import { Input } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { machineSizesQuery } from '#src/api/compute/sizes.ts';
import { ListRow, plainOption } from '#src/datasources/azure-vm/deploy/ListRow.tsx';
import {
  availabilitySetName,
  availabilitySetText,
  type MachineChoice,
  sizeChoices,
  zoneChoices,
} from '#src/datasources/azure-vm/deploy/machine-choices.ts';
import type { DeployPlace } from '#src/datasources/azure-vm/deploy/use-place.ts';
import { LICENSES } from '#src/model/machine-model.ts';
import { type MachineEdits, NONE } from '#src/model/template-values.ts';
import { deploy } from '#src/strings/deploy.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';

const words = deploy.machine;

/** A template needn’t say which operating system its VM has. */
const ALL_LICENSES = [...LICENSES.Windows, ...LICENSES.Linux];

export interface MachineFieldsProps {
  readonly place: DeployPlace;
  /** What the VM of the template has now. */
  readonly machine: MachineEdits;
  readonly onEdit: (edits: Partial<MachineEdits>) => void;
}

/** What is changed most often in the VM of a template, without editing its text. */
export function MachineFields({ place, machine, onEdit }: MachineFieldsProps) {
  const region = place.region ?? '';
  const query = machineSizesQuery(place.subscriptionId, region);
  const { data: sizes = [], error } = useQuery({ ...query, enabled: region !== '' });
  const { size, zone, licenseType, availabilitySet } = machine;
  return (
    <>
      <ChoiceRow
        id="deploy-size"
        label={words.size}
        hint={error === null ? undefined : words.sizesUnread}
        chosen={size}
        choices={sizeChoices(sizes, zone)}
        refusal={words.sizeClosed(region, zone)}
        onChoose={(value) => onEdit({ size: value })}
      />
      <ChoiceRow
        id="deploy-zone"
        label={words.zone}
        hint={words.zoneHint}
        chosen={zone}
        none={words.noZone}
        choices={zoneChoices(sizes, size)}
        refusal={words.zoneClosed(size ?? '')}
        onChoose={(value) => onEdit({ zone: value })}
      />
      <ChoiceRow
        id="deploy-license"
        label={words.license}
        chosen={licenseType}
        none={words.noLicense}
        choices={ALL_LICENSES.map((value) => ({ value, isRefused: false }))}
        refusal=""
        onChoose={(value) => onEdit({ licenseType: value })}
      />
      <FieldRow
        label={words.availabilitySet}
        hint={zone === null ? words.availabilityHint : words.availabilityOrZone}
      >
        <AvailabilityInput
          key={availabilitySet}
          text={availabilitySet === null ? '' : availabilitySetName(availabilitySet)}
          onText={(text) =>
            onEdit({ availabilitySet: text === '' ? NONE : availabilitySetText(text) })
          }
        />
      </FieldRow>
    </>
  );
}

interface AvailabilityInputProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Typed to its end before the template has it: half a name would be written into the text at each key. */
function AvailabilityInput({ text, onText }: AvailabilityInputProps) {
  const [typed, setTyped] = useState(text);
  return (
    <Input
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
      onBlur={() => {
        if (typed.trim() !== text) onText(typed.trim());
      }}
    />
  );
}

interface ChoiceRowProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly chosen: string | null;
  readonly choices: readonly MachineChoice[];
  /** The entry that takes the value out; left out: it can’t be. */
  readonly none?: string;
  /** Why an entry can’t be chosen. */
  readonly refusal: string;
  readonly onChoose: (value: string) => void;
}

function ChoiceRow(props: ChoiceRowProps): ReactNode {
  const [refused, setRefused] = useState<string | null>(null);
  const { id, label, hint, chosen, choices, none, refusal } = props;
  const isRefused = (value: string | null): boolean =>
    choices.some((one) => one.isRefused && one.value === value);
  const about = refused ?? (isRefused(chosen) ? chosen : null);
  return (
    <ListRow
      {...{ id, label, hint }}
      error={about === null ? undefined : `${about}: ${refusal}`}
      placeholder={none ?? words.expression}
      chosen={chosen === null ? null : plainOption(chosen)}
      options={[
        ...(none === undefined ? [] : [{ value: NONE, label: none }]),
        ...choices.map((one) => ({
          ...plainOption(one.value),
          isRefused: one.isRefused,
          remark: one.isRefused ? words.closed : undefined,
        })),
      ]}
      onChoose={(value) => {
        setRefused(isRefused(value) ? value : null);
        if (!isRefused(value)) props.onChoose(value);
      }}
    />
  );
}
