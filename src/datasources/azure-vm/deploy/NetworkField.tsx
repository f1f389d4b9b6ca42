import { useQuery } from '@tanstack/react-query';
import { virtualNetworksQuery } from '#src/api/network/networks.ts';
import { type ListOption, ListRow } from '#src/datasources/azure-vm/deploy/ListRow.tsx';
import type { DeployPlace } from '#src/datasources/azure-vm/deploy/deploy-form.ts';
import { sameRegion, type Subnet, subnetObstacle, type VirtualNetwork } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { ReadTemplate, TemplateParameter } from '#src/model/template.ts';
import { deploy } from '#src/strings/deploy.ts';
import { regionText } from '#src/strings/regions.ts';

const words = deploy.network;

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
  const isEmpty = data !== undefined && choices.length === 0;
  const unread = error === null ? undefined : words.unread;
  const empty = isEmpty ? words.none(regionText(place.region ?? '')) : undefined;
  const secondary = place.isSecondary ? words.secondary(regionText(place.region ?? '')) : undefined;
  return (
    <ListRow
      label={words.label}
      hint={unread ?? empty ?? secondary ?? words.hint}
      id="deploy-network"
      placeholder={words.asTyped}
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
    remark: obstacle === null ? network.resourceGroup : words[obstacle],
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
