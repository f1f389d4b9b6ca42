import { useQuery } from '@tanstack/react-query';
import { virtualNetworksQuery } from '#src/api/network/networks.ts';
import { type ListOption, ListRow } from '#src/datasources/azure-vm/deploy/ListRow.tsx';
import {
  choiceNamed,
  type NetworkChoice,
  networkChoices,
  type NetworkParameters,
  textsOf,
} from '#src/datasources/azure-vm/deploy/networks.ts';
import type { DeployPlace } from '#src/datasources/azure-vm/deploy/use-place.ts';
import { subnetObstacle } from '#src/model/places.ts';
import type { TemplateParameter } from '#src/model/template.ts';
import { deploy } from '#src/strings/deploy.ts';

const words = deploy.network;

export interface NetworkFieldProps {
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
  const empty = isEmpty ? words.none(place.region ?? '') : undefined;
  const secondary = place.isSecondary ? words.secondary(place.region ?? '') : undefined;
  return (
    <ListRow
      label={words.label}
      hint={unread ?? empty ?? secondary ?? words.hint}
      id="deploy-network"
      placeholder={words.asTyped}
      chosen={chosen === undefined ? null : entryOf(chosen)}
      options={choices.map(entryOf)}
      onChoose={(value) => {
        const choice = choices.find(({ subnet }) => subnet.id === value);
        if (choice !== undefined && subnetObstacle(choice.subnet) === null)
          onTexts(textsOf(parameters, choice));
      }}
    />
  );
}

export function entryOf({ network, subnet }: NetworkChoice): ListOption {
  const obstacle = subnetObstacle(subnet);
  return {
    value: subnet.id,
    label: `${network.name} / ${subnet.name}`,
    remark: obstacle === null ? network.resourceGroup : words[obstacle],
    isRefused: obstacle !== null,
  };
}
