import { describe, expect, test } from 'vitest';
import type { NetworkInterface } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { vmFactsOf } from '#src/datasources/azure-vm/facts.ts';
import { networkIds, type Reads } from '#src/datasources/azure-vm/reads.ts';
import type { Read } from '#src/wizard/reads/read.ts';
import { exampleCard, exampleDraft, exampleReads } from '#src/datasources/azure-vm/testing.ts';

const read = <Value>(value: Value): Read<Value> => ({ state: 'known', value });
const unread = { state: 'forbidden' } as const;
const card = (facts: Partial<NetworkInterface> = {}) => read({ ...exampleCard, ...facts });
const some = [resourceId('/one')];

/** Facts of a machine whose cards are these. */
function factsOf(interfaces: Reads['interfaces'], more: Partial<Reads> = {}) {
  const reads = exampleReads({ machine: { nicCount: interfaces.length } });
  return networkFacts({ ...reads, interfaces, ...more });
}

/** What of the facts is about the network of the machine. */
function networkFacts(reads: Reads) {
  const { staticIp, hasNsg, vnetInPrimary, loadBalancer, reservedIpCount } =
    vmFactsOf(reads, exampleDraft().choices).vm ?? {};
  return { staticIp, hasNsg, vnetInPrimary, loadBalancer, reservedIpCount };
}

const subnet = (hasSecurityGroup: boolean) => read({ id: resourceId('/s'), hasSecurityGroup });
const balancer = (isExternal: boolean) => read({ id: resourceId('/b'), isExternal });
const address = (isReserved: boolean | null) => read({ id: resourceId('/a'), isReserved });

test('one card with nothing about it', () => {
  expect(factsOf([card()])).toEqual({
    staticIp: false,
    hasNsg: false,
    vnetInPrimary: true,
    loadBalancer: 'none',
    reservedIpCount: 0,
  });
});

test.each([
  ['a machine that is gone', { machine: read(null) }],
  ['a machine that is not read', { machine: unread }],
  ['a card that the machine does not name', { interfaces: [] }],
])('%s tells nothing', (_, more) => {
  expect(networkFacts({ ...exampleReads(), ...more })).toEqual({});
});

test('a machine without any card has no network', () => {
  expect(factsOf([], { subnets: [] })).toMatchObject({
    staticIp: false,
    hasNsg: false,
    vnetInPrimary: false,
    loadBalancer: 'none',
  });
});

describe('one card that is not read', () => {
  test('leaves open what only all cards together tell', () => {
    expect(factsOf([card(), unread])).toEqual({
      staticIp: undefined,
      hasNsg: undefined,
      vnetInPrimary: true,
    });
  });

  test('changes nothing about what another card tells', () => {
    const other = card({ hasStaticAddress: true, hasSecurityGroup: true });
    expect(factsOf([unread, other])).toMatchObject({ staticIp: true, hasNsg: true });
  });
});

test.each([
  ['none', [], 'none'],
  ['an internal one', [balancer(false)], 'internal'],
  ['an external one', [balancer(true)], 'external'],
  ['both', [balancer(false), balancer(true)], 'external'],
  ['one that is not read', [unread], undefined],
  ['an internal one and one not read', [balancer(false), unread], undefined],
  ['an external one and one not read', [unread, balancer(true)], 'external'],
])('load balancers: %s', (_, balancers, expected) => {
  expect(factsOf([card()], { balancers }).loadBalancer).toBe(expected);
});

test.each([
  [[], 0],
  [[address(true), address(false)], 1],
  [[address(true), address(true)], 2],
  [[address(true), unread], undefined],
  [[address(true), address(null)], undefined],
])('public addresses %j: reserved %s', (publicAddresses, expected) => {
  expect(factsOf([card()], { publicAddresses }).reservedIpCount).toBe(expected);
});

test.each([
  ['on the card', true, [], true],
  ['on the card, subnet not read', true, [unread], true],
  ['on the subnet', false, [subnet(false), subnet(true)], true],
  ['on neither', false, [subnet(false)], false],
  ['on no card, subnet not read', false, [unread], undefined],
])('a security group %s', (_, hasSecurityGroup, subnets, expected) => {
  expect(factsOf([card({ hasSecurityGroup })], { subnets }).hasNsg).toBe(expected);
});

describe('the next read', () => {
  test('is each thing that the cards name, once', () => {
    const cards = [
      card({ subnetIds: some, publicAddressIds: some, balancerIds: some }),
      card({ subnetIds: [resourceId('/ONE')], publicAddressIds: [], balancerIds: [] }),
      unread,
    ];
    const ids = networkIds(cards);
    expect([ids.subnets, ids.publicAddresses, ids.balancers].map((all) => all.length)).toEqual([
      1, 1, 1,
    ]);
  });

  test('is no subnet where a card has its own security group', () => {
    expect(networkIds([card({ hasSecurityGroup: true, subnetIds: some })]).subnets).toEqual([]);
  });
});
