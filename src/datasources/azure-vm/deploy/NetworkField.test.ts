import { expect, test } from 'vitest';
import {
  choiceNamed,
  networkChoices,
  networkEntry,
  networkParameters,
  networkTexts,
} from '#src/datasources/azure-vm/deploy/NetworkField.tsx';
import { UNREAD_TEMPLATE } from '#src/datasources/azure-vm/deploy/deploy-form.ts';
import type { Subnet, VirtualNetwork } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { readTemplate } from '#src/model/template.ts';
import { deploy } from '#src/strings/deploy.ts';

const network = (name: string, region: string, ...subnets: string[]): VirtualNetwork => ({
  id: resourceId(`/n/${name}`),
  name,
  resourceGroup: 'rg-network',
  subscriptionId: 's',
  region,
  subnets: subnets.map((one) => ({
    id: resourceId(`/n/${name}/subnets/${one}`),
    name: one,
    addressPrefixes: [],
    isDelegated: false,
    usedAddresses: 0,
  })),
});
const networks = [
  network('west', 'westeurope', 'a', 'b'),
  network('north', 'North Europe', 'a'),
  network('empty', 'northeurope'),
];

test('the subnets of the region are offered, of every region where it isn’t known', () => {
  const names = (region: string | null) =>
    networkChoices(networks, region).map((one) => `${one.network.name}/${one.subnet.name}`);
  expect(names('northeurope')).toEqual(['north/a']);
  expect(names(null)).toEqual(['west/a', 'west/b', 'north/a']);
});

test('a subnet that takes no VM is refused with its reason', () => {
  const [one] = networkChoices(networks, 'westeurope');
  if (one === undefined) throw new Error('no subnet');
  const row = (change: Partial<Subnet>) =>
    networkEntry({ ...one, subnet: { ...one.subnet, ...change } });
  const small = { addressPrefixes: ['10.0.0.0/29'] };
  expect(row({ ...small, usedAddresses: 2 })).toMatchObject({
    isRefused: false,
    remark: 'rg-network',
  });
  expect(row({ ...small, usedAddresses: 3 })).toMatchObject({
    isRefused: true,
    remark: deploy.network.full,
  });
  expect(row({ isDelegated: true })).toMatchObject({
    isRefused: true,
    remark: deploy.network.delegated,
  });
});

test('a choice fills three parameters as the template spells them, and is found by them again', () => {
  const template = readTemplate(
    JSON.stringify({
      parameters: {
        VirtualNetwork: { type: 'string' },
        VIRTUALNETWORKRESOURCEGROUP: { type: 'string' },
        subnet: { type: 'string' },
      },
    }),
  );
  const parameters = networkParameters(template);
  const choices = networkChoices(networks, null);
  const [, second] = choices;
  const texts = parameters === null || second === undefined ? {} : networkTexts(parameters, second);
  expect(texts).toEqual({
    VirtualNetwork: 'west',
    VIRTUALNETWORKRESOURCEGROUP: 'rg-network',
    subnet: 'b',
  });
  expect(choiceNamed(choices, { network: 'WEST', group: 'RG-network', subnet: 'B' })).toBe(second);
  expect(choiceNamed(choices, { network: 'west', group: 'rg-network', subnet: 'c' })).toBe(
    undefined,
  );
});

test('a template without one of them has none', () => {
  expect(networkParameters(UNREAD_TEMPLATE)).not.toBe(null);
  expect(networkParameters({ ...UNREAD_TEMPLATE, parameters: [] })).toBe(null);
});
