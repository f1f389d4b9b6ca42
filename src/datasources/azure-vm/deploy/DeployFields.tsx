import { Input } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { machineSizesQuery } from '#src/api/compute/sizes.ts';
import {
  type ListOption,
  ListRow,
  plainOption,
} from '#src/datasources/azure-vm/deploy/ListRow.tsx';
import {
  type DeployPlace,
  GROUP_ID,
  fieldId,
} from '#src/datasources/azure-vm/deploy/deploy-form.ts';
import { isCut } from '#src/lib/list.ts';
import { LICENSES } from '#src/model/machine-model.ts';
import { type MachineSize, canBeMade } from '#src/model/machines.ts';
import { type MachineEdits, NONE, type ValueProblem } from '#src/model/template-values.ts';
import { deploy } from '#src/strings/deploy.ts';
import { regionText } from '#src/strings/regions.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import {
  type ResourceGroup,
  type Subnet,
  type VirtualNetwork,
  sameRegion,
  subnetObstacle,
} from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { ReadTemplate, TemplateParameter } from '#src/model/template.ts';
import { virtualNetworksQuery } from '#src/api/network.ts';

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

const parameterWords = deploy.parameters;

interface ParameterFieldsProps {
  readonly parameters: readonly TemplateParameter[];
  readonly textOf: (parameter: TemplateParameter) => string;
  /** What is wrong, by the names of parameters. */
  readonly problems: Readonly<Record<string, ValueProblem>>;
  readonly onText: (name: string, text: string) => void;
}

/** A field for each parameter of whatever template it is. */
export function ParameterFields({ parameters, textOf, problems, onText }: ParameterFieldsProps) {
  return parameters.map((parameter, index) => {
    const { name, fallback, allowed, type } = parameter;
    const problem = Object.hasOwn(problems, name) ? problems[name] : undefined;
    const text = textOf(parameter);
    const row = {
      label: name,
      hint: hintOf(parameter),
      required: fallback.kind === 'none',
      error: problem === undefined ? undefined : parameterWords.problem[problem],
    };
    return allowed === null || allowed.length === 0 ? (
      <FieldRow key={name} {...row}>
        <Input
          id={fieldId(index)}
          type={type.startsWith('secure') ? 'password' : 'text'}
          autoComplete="off"
          value={text}
          onChange={(_, { value }) => onText(name, value)}
        />
      </FieldRow>
    ) : (
      <ListRow
        key={name}
        {...row}
        id={fieldId(index)}
        placeholder={fallback.kind === 'none' ? parameterWords.required : parameterWords.fallback}
        chosen={text === '' ? null : plainOption(text)}
        options={allowed.map((one) =>
          plainOption(typeof one === 'string' ? one : JSON.stringify(one)),
        )}
        onChoose={(value) => onText(name, value)}
      />
    );
  });
}

function hintOf({ description, fallback, type }: TemplateParameter): string | undefined {
  const lines = [
    ...(description === null ? [] : [description]),
    ...(fallback.kind === 'expression' && fallback.text !== ''
      ? [parameterWords.fallbackIs(fallback.text)]
      : []),
    ...(type.startsWith('secure') ? [parameterWords.notStored] : []),
  ];
  return lines.length === 0 ? undefined : lines.join(' ');
}

interface GroupFieldProps {
  /** Null: they can’t be listed. */
  readonly groups: readonly ResourceGroup[] | null;
  /** Its name; empty: none. */
  readonly group: string;
  readonly isMissing: boolean;
  readonly onGroup: (group: string) => void;
}

/** The resource group that the template is deployed to. */
export function GroupField({ groups, group, isMissing, onGroup }: GroupFieldProps) {
  const row = {
    label: parameterWords.group,
    hint: parameterWords.groupHint,
    required: true,
    error: isMissing ? parameterWords.required : undefined,
  };
  return groups === null ? (
    <FieldRow {...row}>
      <Input id={GROUP_ID} value={group} onChange={(_, { value }) => onGroup(value)} />
    </FieldRow>
  ) : (
    <ListRow
      {...row}
      id={GROUP_ID}
      placeholder={parameterWords.required}
      chosen={group === '' ? null : plainOption(nameIn(groups, group))}
      options={groups.map(({ name, region }) => ({
        value: name,
        label: name,
        remark: regionText(region),
      }))}
      onChoose={onGroup}
    />
  );
}

/** As Azure spells it; one that is gone keeps its name, and validation says so. */
const nameIn = (groups: readonly ResourceGroup[], group: string): string =>
  groups.find(({ name }) => sameId(name, group))?.name ?? group;

const networkWords = deploy.network;

interface NetworkFieldProps {
  readonly place: DeployPlace;
  readonly parameters: NetworkParameters;
  readonly textOf: (parameter: TemplateParameter) => string;
  readonly onTexts: (texts: Readonly<Record<string, string>>) => void;
}

/** A subnet of the region, which fills the three parameters that name it. */
export function NetworkField({ place, parameters, textOf, onTexts }: NetworkFieldProps) {
  const { data, error } = useQuery(virtualNetworksQuery(place.subscriptionId));
  const choices = networkChoices(data ?? [], place.region);
  const chosen = choiceNamed(choices, {
    network: textOf(parameters.network),
    group: textOf(parameters.group),
    subnet: textOf(parameters.subnet),
  });
  const unread = error === null ? undefined : networkWords.unread;
  const empty = data && noNetworkText(data, place.region);
  const secondary = place.isSecondary
    ? networkWords.secondary(regionText(place.region ?? ''))
    : undefined;
  return (
    <ListRow
      label={networkWords.label}
      hint={unread ?? empty ?? secondary ?? networkWords.hint}
      id="deploy-network"
      placeholder={networkWords.asTyped}
      chosen={chosen === undefined ? null : networkEntry(chosen)}
      options={choices.map(networkEntry)}
      onChoose={(value) => {
        const choice = choices.find(({ subnet }) => subnet.id === value);
        if (choice !== undefined && subnetObstacle(choice.subnet) === null)
          onTexts(networkTexts(parameters, choice));
      }}
    />
  );
}

export function networkEntry({ network, subnet }: NetworkChoice): ListOption {
  const obstacle = subnetObstacle(subnet);
  return {
    value: subnet.id,
    label: `${network.name} / ${subnet.name}`,
    remark: obstacle === null ? network.resourceGroup : networkWords[obstacle],
    isRefused: obstacle !== null,
  };
}

/** The parameters of a restored template that name its subnet (aftercare §1.4). */
interface NetworkParameters {
  readonly network: TemplateParameter;
  readonly group: TemplateParameter;
  readonly subnet: TemplateParameter;
}

/** Those of a template; null where it lacks one of them: then each is a field like any other. */
export function networkParameters({ parameters }: ReadTemplate): NetworkParameters | null {
  const named = (name: string): TemplateParameter | undefined =>
    parameters.find((one) => one.type === 'string' && sameId(one.name, name));
  const [network, group, subnet] = [
    named('virtualNetwork'),
    named('virtualNetworkResourceGroup'),
    named('subnet'),
  ];
  return network === undefined || group === undefined || subnet === undefined
    ? null
    : { network, group, subnet };
}

/** A subnet with its network. */
interface NetworkChoice {
  readonly network: VirtualNetwork;
  readonly subnet: Subnet;
}

/** That a region has no virtual network, where a whole list of them says so. */
export function noNetworkText(
  networks: readonly VirtualNetwork[],
  region: string | null,
): string | undefined {
  const isNone = region !== null && !networks.some((one) => sameRegion(one.region, region));
  return isNone && !isCut(networks) ? networkWords.none(regionText(region)) : undefined;
}

/** The subnets of a region, in Azure’s order; of all regions where the region isn’t known. */
export const networkChoices = (
  networks: readonly VirtualNetwork[],
  region: string | null,
): readonly NetworkChoice[] =>
  networks
    .filter((one) => region === null || sameRegion(one.region, region))
    .flatMap((network) => network.subnets.map((subnet) => ({ network, subnet })));

/** What the three parameters say for a subnet. */
export const networkTexts = (
  { network, group, subnet }: NetworkParameters,
  chosen: NetworkChoice,
): Readonly<Record<string, string>> => ({
  [network.name]: chosen.network.name,
  [group.name]: chosen.network.resourceGroup,
  [subnet.name]: chosen.subnet.name,
});

/** The subnet that three texts name; undefined where none of the choices is meant. */
export const choiceNamed = (
  choices: readonly NetworkChoice[],
  named: { readonly network: string; readonly group: string; readonly subnet: string },
): NetworkChoice | undefined =>
  choices.find(
    ({ network, subnet }) =>
      sameId(network.name, named.network) &&
      sameId(network.resourceGroup, named.group) &&
      sameId(subnet.name, named.subnet),
  );
