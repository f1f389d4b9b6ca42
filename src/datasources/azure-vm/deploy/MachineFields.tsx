import { Input } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { machineSizesQuery } from '#src/api/compute/sizes.ts';
import { ListRow, plainOption } from '#src/datasources/azure-vm/deploy/ListRow.tsx';
import type { DeployPlace } from '#src/datasources/azure-vm/deploy/deploy-form.ts';
import { LICENSES } from '#src/model/machine-model.ts';
import { canBeMade, type MachineSize } from '#src/model/machines.ts';
import { type MachineEdits, NONE } from '#src/model/template-values.ts';
import { deploy } from '#src/strings/deploy.ts';
import { regionText } from '#src/strings/regions.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';

const words = deploy.machine;

/** A template needn’t say which operating system its VM has. */
const ALL_LICENSES = [...LICENSES.Windows, ...LICENSES.Linux];

interface MachineFieldsProps {
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
        refusal={words.sizeClosed(regionText(region), zone)}
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

/** A choice for the VM of a template. */
interface MachineChoice {
  readonly value: string;
  /** Whether Azure would refuse it here. */
  readonly isRefused: boolean;
}

/** The sizes of a region by their names; those closed there, or in the zone, are refused. */
export const sizeChoices = (
  sizes: readonly MachineSize[],
  zone: string | null,
): readonly MachineChoice[] =>
  sizes
    .map(({ name }) => ({ value: name, isRefused: !canBeMade(sizes, { size: name, zone }) }))
    .toSorted((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }));

/** The zones of a region; one in which the size is closed is refused. */
export const zoneChoices = (
  sizes: readonly MachineSize[],
  size: string | null,
): readonly MachineChoice[] =>
  [...new Set(sizes.flatMap(({ zones }) => zones))].toSorted().map((zone) => ({
    value: zone,
    isRefused: size !== null && !isUnlisted(sizes, size) && !canBeMade(sizes, { size, zone }),
  }));

const isUnlisted = (sizes: readonly MachineSize[], size: string): boolean =>
  !sizes.some(({ name }) => name.toLowerCase() === size.toLowerCase());

const IN_GROUP = /^\[resourceId\('Microsoft\.Compute\/availabilitySets', '((?:[^']|'')*)'\)\]$/i;

/** What a template says for an availability set that a person names: a name is one of the deployment’s group. */
export function availabilitySetText(typed: string): string {
  const text = typed.trim();
  return text.startsWith('/') || text.startsWith('[')
    ? text
    : `[resourceId('Microsoft.Compute/availabilitySets', '${text.replaceAll("'", "''")}')]`;
}

/** The reverse: the name or the id that a person would type. */
export const availabilitySetName = (text: string): string =>
  IN_GROUP.exec(text)?.[1]?.replaceAll("''", "'") ?? text;
