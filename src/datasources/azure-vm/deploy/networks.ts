import { sameRegion, type Subnet, type VirtualNetwork } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { ReadTemplate, TemplateParameter } from '#src/model/template.ts';

/** The parameters of a restored template that name its subnet (aftercare §1.4). */
export interface NetworkParameters {
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
export interface NetworkChoice {
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
export const textsOf = (
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
