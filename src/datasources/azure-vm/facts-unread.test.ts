import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { answer, type Sent, testArm } from '#src/api/arm/testing.ts';
import { newDraft, ruleChoices } from '#src/datasources/azure-vm/choices.ts';
import { fieldGroupsIn, vmFactsOf, vmFactSourceOf } from '#src/datasources/azure-vm/facts.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { useReads } from '#src/datasources/azure-vm/reader.ts';
import {
  NOTHING_READ,
  READ_SOURCES,
  type ReadName,
  type Reads,
  type VmReadSource,
} from '#src/datasources/azure-vm/reads.ts';
import { readsThrough } from '#src/datasources/azure-vm/request/testing.ts';
import {
  exampleDraft,
  exampleReads,
  exampleView,
  knownOf,
  unknownOf,
} from '#src/datasources/azure-vm/testing.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { corporate, inGroup, production } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { Problem } from '#src/model/problem.ts';
import { type FactName, type Facts, factWords } from '#src/rules/facts.ts';
import type { Choices } from '#src/rules/fields.ts';
import { lackingReads, unknownFact, unknownLine } from '#src/wizard/explain/unknown.ts';
import { known, type Read } from '#src/wizard/read.ts';

const { choices: CHOSEN } = exampleDraft();
const factsWith = (reads: Reads, choices: Partial<VmChoices> = {}) =>
  vmFactsOf(reads, { ...CHOSEN, ...choices });
describe('where nothing was read', () => {
  test('only facts that need no read are known', () => {
    const reads: Reads = { ...NOTHING_READ, at: instant(0) };
    const groups = new Set(knownOf(factsWith(reads)).map((name) => name.split('.')[0]));
    expect(groups).toEqual(new Set(['platform', 'policy']));
  });

  test('a point that is not in the list is as unknown as one not read', () => {
    expect(knownOf({ point: factsWith(exampleReads(), { point: '7' }).point })).toEqual([]);
    expect(knownOf({ point: factsWith(exampleReads(), { point: null }).point })).toEqual([]);
  });
});

const PROBLEM: Problem = {
  kind: 'forbidden',
  message: 'The client may not.',
  code: 'AuthorizationFailed',
  requestId: null,
  missingAction: 'Microsoft.Compute/virtualMachines/read',
  body: '',
  way: 'after',
};
const readAgain = vi.fn<() => void>();
const goTo = vi.fn<GoTo>();

const unknownIn = (fact: FactName, reads: Partial<Reads> = {}, choices: Partial<VmChoices> = {}) =>
  unknownFact(fact, exampleView(choices, { ...exampleReads(), ...reads }), goTo);

const forbiddenRead = { state: 'forbidden', trouble: { problem: PROBLEM, readAgain } } as const;
const failed = {
  state: 'failed',
  trouble: {
    problem: {
      ...PROBLEM,
      kind: 'refused',
      message: 'Azure is busy.',
      missingAction: null,
      way: 'again',
    },
    readAgain,
  },
} as const;

describe('a fact that is not known says which it is, why, and what can be done', () => {
  test('a read that is not allowed: the action, whom to ask, and once more', () => {
    const { fact, why, way } = unknownIn('vm.zone', { machine: forbiddenRead });
    expect(fact).toBe('Not known: the availability zone of the VM');
    expect(why).toBe(
      'You don’t have permission to view the source VM. Required action: Microsoft.Compute/virtualMachines/read. Ask an owner for a role with the required action, then check again.',
    );
    expect(way?.label).toBe('Read the source VM again');
    way?.go();
    expect(readAgain).toHaveBeenCalledOnce();
  });

  test('a read that failed: what Azure said, and once more', () => {
    const { why, way } = unknownIn('c.staging.kind', { accounts: failed });
    expect(why).toBe(
      'Azure rejected the request for the storage accounts. Azure is busy. Nothing was changed. Try again in a minute.',
    );
    expect(way?.label).toBe('Read the storage accounts again');
  });

  test('a read that gets the same answer, and nothing reads it again', () => {
    const trouble = {
      problem: { ...failed.trouble.problem, way: 'change' },
      readAgain: null,
    } as const;
    const { why, way } = unknownIn('c.staging.kind', { accounts: { state: 'failed', trouble } });
    expect(why).toContain('The same request gets the same answer.');
    expect(way).toBeNull();
  });

  test('a read that is on its way, and there is nothing to do', () => {
    expect(unknownIn('target.rgNames', { groups: { state: 'loading' } })).toMatchObject({
      why: 'Loading the resource groups',
      way: null,
    });
  });

  test('a read that did not start, by the read that it waits for', () => {
    const notStarted = { state: 'not asked' } as const;
    const { why } = unknownIn('vm.zone', { instance: forbiddenRead, machine: notStarted });
    expect(why).toMatch(/^You don’t have permission to view the backup instance\./);
    const disks = unknownIn('vm.hasPrivateEndpointDisks', { machine: forbiddenRead, disks: [] });
    expect(disks.why).toMatch(/^You don’t have permission to view the source VM\./);
  });

  test('of several ways the one that failed', () => {
    const { why } = unknownIn('vm.hasPrivateEndpointDisks', { disks: [forbiddenRead] });
    expect(why).toMatch(/^You don’t have permission to view the disks of the source VM\./);
  });

  test('a choice that is missing, with the way to it', () => {
    const { why, way } = unknownIn('point.tier', {}, { point: null });
    expect(why).toBe('Depends on a selection you haven’t made.');
    expect(way?.label).toBe('Go to Restore point');
    way?.go();
    expect(goTo).toHaveBeenLastCalledWith('restore-point', 'point');
  });

  test('what only a restore in the other region asks for, with the way to that choice', () => {
    const { why, way } = unknownIn('point.inSecondary');
    expect(why).toBe('Depends on a selection you haven’t made.');
    way?.go();
    expect(goTo).toHaveBeenLastCalledWith('instance', 'regionView');
  });

  test('a question that is not answered, with the way to it', () => {
    const { way } = unknownIn('vm.dc');
    way?.go();
    expect(goTo).toHaveBeenLastCalledWith('configuration', 'dc');
  });

  test.each([
    ['vault.crrEnabled', 'Azure’s response doesn’t include it.'],
    ['vm.maxDiskGiB', 'Azure reports only the current sizes of disks, not earlier ones.'],
  ] as const)('%s: %s', (fact, why) => {
    expect(unknownIn(fact)).toMatchObject({ why, way: null });
  });
});

test('in an explanation it is one line', () => {
  const view = exampleView({}, { ...exampleReads(), machine: { state: 'failed' } });
  expect(unknownLine('vm.exists', view)).toBe(
    'Not known: whether the source VM exists. Couldn’t reach Azure to load the source VM. Check your connection, then try again. Nothing was changed.',
  );
});

/** What one refused look-up makes unknown, asked of the simulated Azure: its own facts and no other. */

async function factsWithout(machine: string, operation: string | null) {
  const { azure } = testAzure('default');
  if (operation !== null) {
    const effect = { kind: 'status', status: 403 } as const;
    const fault = { id: 'f', match: { operation }, times: null, effect };
    await azure.append([{ type: 'fault-added', at: 0, fault }]);
  }
  const item = defaultWorld.instances.find(({ id }) => id.endsWith(`;${machine}`));
  const vault = defaultWorld.vaults.find(({ id }) => id === item?.vaultId);
  const { choices } = newDraft('draft', 0, {
    instance: item?.id ?? '',
    point: item?.points[1]?.name ?? '',
    option: 'createVm',
    rg: 'rg-restore-eus2',
    staging: `${inGroup(corporate, 'rg-restore-eus2')}/providers/Microsoft.Storage/storageAccounts/stcorpeus201`,
    identity: 'user',
    identityId: vault?.userIdentities?.[0] ?? '',
  });
  return vmFactsOf(await readsThrough(testArm(azure.fetch).arm, choices), choices);
}

const OF_CARDS = [
  'vm.staticIp',
  'vm.hasNsg',
  'vm.vnetInPrimary',
  'vm.loadBalancer',
  'vm.reservedIpCount',
];
const OF_IDENTITY = ['identity.hasRestoreOperator', 'identity.hasAllActions'];

test('a machine behind an internal balancer, with an address that stays and an identity that may', async () => {
  expect(await factsWithout('fin-ledger-01', null)).toMatchObject({
    vm: { loadBalancer: 'internal', staticIp: true, reservedIpCount: 0, vnetInPrimary: true },
    identity: { hasRestoreOperator: true, hasAllActions: true },
    platform: { skuAvailable: true },
    target: { hasPermissions: true, vnetInSecondary: true },
    vault: { secondaryRegion: 'centralus' },
  });
});

test.each([
  ['web-fe-07', { loadBalancer: 'external', hasNsg: true }],
  ['files-hq', { loadBalancer: 'none', nicCount: 2, reservedIpCount: 2 }],
  ['dc-hq-01', { staticIp: true, hasNsg: true }],
])('%s has its telling network', async (machine, expected) => {
  expect((await factsWithout(machine, null)).vm).toMatchObject(expected);
});

test('a machine of a size that is closed where it would be made', async () => {
  expect((await factsWithout('ml-batch-01', null)).platform?.skuAvailable).toBe(false);
});

describe('a 403 leaves unknown exactly what it would have told', () => {
  test.each([
    ['networkInterfaces.get', OF_CARDS],
    ['subnets.get', ['vm.hasNsg']],
    ['loadBalancers.get', ['vm.loadBalancer']],
    ['sizes.list', ['platform.skuAvailable']],
    ['roleAssignments.listForAccount', OF_IDENTITY],
    ['roleAssignments.listForGroup', OF_IDENTITY],
    ['roleDefinitions.get', OF_IDENTITY],
  ])('%s', async (operation, expected) => {
    const all = knownOf(await factsWithout('fin-ledger-01', null));
    const unknown = unknownOf(await factsWithout('fin-ledger-01', operation), all);
    expect(unknown.toSorted()).toEqual(expected.toSorted());
  });

  test('publicAddresses.get', async () => {
    const all = knownOf(await factsWithout('files-hq', null));
    const unknown = unknownOf(await factsWithout('files-hq', 'publicAddresses.get'), all);
    expect(unknown).toEqual(['vm.reservedIpCount']);
  });

  test('permissions.listForVault', async () => {
    const all = knownOf(await factsWithout('app01', null));
    const unknown = unknownOf(await factsWithout('app01', 'permissions.listForVault'), all);
    expect(unknown.toSorted()).toEqual(['operator.isAppAdmin', 'operator.isBackupAdmin']);
  });
});

/**
 * The table of sources against the simulated Azure: what the wizard's own hook reads, with one
 * operation after the other answered by 403.
 */

const facts = keysOf(factWords);
const reads = keysOf(READ_SOURCES);

/** The keys of a table, by their type. */
function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = [];
  for (const key in table) keys.push(key);
  return keys;
}

/**
 * Whether a request is of an operation of the table. One operation reads the regions of the target's subscription
 * and of the machine's: where both are one it counts as the target's.
 */
function isOf(read: ReadName, sent: Sent, { instance, subscription }: VmChoices): boolean {
  const own = instance?.split('/')[2];
  const isOfOwn = subscription !== null && subscription !== own && sent.url.includes(`/${own}/loc`);
  if (read === 'regions' || read === 'ownRegions') {
    return isOfOwn === (read === 'ownRegions') && isOfOperation(read, sent);
  }
  return isOfOperation(read, sent);
}

function isOfOperation(read: ReadName, { method, url }: Sent): boolean {
  const [verb, template = ''] = READ_SOURCES[read].operation.split(' ');
  const [path = '', query = ''] = template.split('?');
  const escaped = path.replaceAll('.', String.raw`\.`);
  const pattern = escaped
    .replaceAll('{scope}', '/subscriptions/[^/]+(/resourceGroups/[^/]+)?')
    .replaceAll(/\{\w+\}/g, '[^/]+');
  const { pathname, searchParams } = new URL(url);
  return (
    method === verb &&
    new RegExp(`^${pattern}$`, 'i').test(pathname) &&
    searchParams.get('api-version') === READ_SOURCES[read].apiVersion &&
    [...new URLSearchParams(query)].every(([key, value]) => searchParams.get(key) === value)
  );
}

const refusal = (read: ReadName) =>
  answer(403, {
    error: { code: 'AuthorizationFailed', message: `perform action 'the/action/of/${read}' over` },
  });

interface Seen {
  readonly reads: Reads;
  /** The operations of the table that were requested. */
  readonly requested: ReadonlySet<ReadName>;
  /** Continues to read until no request is pending. */
  readonly readOn: () => Promise<Reads>;
  readonly allow: () => void;
}

/** What the wizard reads for these choices while an operation is forbidden. */
async function readBy(choices: VmChoices, forbidden: ReadName | null): Promise<Seen> {
  let refused = forbidden;
  const requested = new Set<ReadName>();
  const { azure } = testAzure('default');
  startSession(
    testArm((request, sent) => {
      for (const read of reads) if (isOf(read, sent, choices)) requested.add(read);
      return refused !== null && isOf(refused, sent, choices)
        ? refusal(refused)
        : azure.fetch(request);
    }).arm,
  );
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, retryOnMount: false, staleTime: Infinity } },
  });
  const readOn = async (): Promise<Reads> => {
    const seen = drawn(choices, client);
    const open = client
      .getQueryCache()
      .getAll()
      .filter((query) => query.state.status === 'pending' && !isDisabled(query.options));
    if (open.length === 0) return seen;
    await Promise.allSettled(open.map((query) => query.fetch()));
    return readOn();
  };
  return {
    reads: await readOn(),
    requested,
    readOn,
    allow: () => {
      refused = null;
    },
  };
}

/** Whether the hook built a query that it does not want asked yet. */
function isDisabled(options: object): boolean {
  return 'enabled' in options && options.enabled === false;
}

/** Ages count from one moment, so that they can be compared. */
const AT = now();

/** One drawing of the hook: what it says of what is there. */
function drawn(choices: VmChoices, client: QueryClient): Reads {
  let seen: Reads | null = null;
  const Probe = () => {
    seen = useReads(choices);
    return null;
  };
  renderToString(createElement(QueryClientProvider, { client }, createElement(Probe)));
  if (seen === null) throw new Error('the hook was not drawn');
  return Object.assign<object, Reads, Pick<Reads, 'at'>>({}, seen, { at: AT });
}

interface Case {
  readonly machine: string;
  readonly tier: RecoveryPoint['tier'];
  readonly own: Partial<VmChoices>;
}

const cases: readonly Case[] = [
  {
    machine: 'dc-hq-01',
    tier: 'SnapshotAndVault',
    own: {
      dc: 'multiple-dc-single-domain',
      otherDcReachable: 'no',
      isolatedNetwork: 'yes',
      isSql: 'no',
      // The identity of its vault may nothing, which is known by either place.
      identity: 'none',
    },
  },
  // Azure itself says that it runs SQL Server.
  {
    machine: 'sql-erp-02',
    tier: 'Vault',
    own: { subscription: production, dc: 'none', domainJoined: 'yes', domainTrouble: 'no' },
  },
  // Behind a load balancer, and with addresses of its own.
  { machine: 'web-fe-07', tier: 'Vault', own: {} },
  { machine: 'files-hq', tier: 'Snapshot', own: { dc: 'none', identity: 'none' } },
  // Under Linux: Azure itself says that it is no domain controller.
  { machine: 'app01', tier: 'Archive', own: { cloudInit: 'yes' } },
  // Into another subscription, which numbers the zones in its own way.
  {
    machine: 'shop-db-01',
    tier: 'Vault',
    own: { subscription: corporate, zone: '2', cloudInit: 'no', identity: 'none' },
  },
  // Into the secondary region, from a point that both regions have in their vault alone.
  {
    machine: 'app01',
    tier: 'Vault',
    own: { cloudInit: 'no', identity: 'none', regionView: 'secondary' },
  },
];

/** A draft in which one of every list is chosen. */
async function draftOf({ machine, tier, own }: Case): Promise<VmChoices> {
  const instance = defaultWorld.instances.find(({ id }) => id.endsWith(`;${machine}`))?.id ?? '';
  const none = { ...newDraft('d', 0).choices, option: 'createVm', instance, ...own } as const;
  const { reads: seen } = await readBy(none, null);
  return {
    ...none,
    point: known(seen.points)?.find((one) => one.tier === tier)?.name ?? null,
    staging: known(seen.accounts)?.[0]?.id ?? null,
    rg: known(seen.groups)?.[0]?.name ?? null,
    identity: own.identity ?? 'system',
    vnet: known(seen.networks)?.[0]?.id ?? null,
    diskEncryptionSet: known(seen.encryptionSets)?.[0]?.id ?? null,
    diskAccessId: known(seen.diskAccesses)?.[0]?.id ?? null,
  };
}

/** The value of every fact; undefined where it is not known. */
function valuesOf(choices: VmChoices, seen: Reads): Map<FactName, unknown> {
  const groups: Facts & { readonly c: Choices } = {
    ...vmFactsOf(seen, choices),
    c: ruleChoices(choices, seen),
  };
  return new Map(facts.map((fact) => [fact, valueAt(groups, fact.split('.'))]));
}

function valueAt(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? new Map(Object.entries(value)).get(key)
        : undefined,
    from,
  );
}

/**
 * The state of each read, by the table, when one of them is forbidden; nothing depends on a read that isn't
 * requested.
 */
const sources = new Map<string, VmReadSource>(Object.entries(READ_SOURCES));

function stateWith(
  forbidden: ReadName,
  { subscription }: VmChoices,
  requested: ReadonlySet<string>,
) {
  const stateOf = (read: string): Read<unknown>['state'] => {
    if (read === forbidden && requested.has(read)) return 'forbidden';
    const { after = null, unlessChosen } = sources.get(read) ?? {};
    if (after === null || (unlessChosen !== undefined && subscription !== null)) return 'known';
    return stateOf(after) === 'known' ? 'known' : 'not asked';
  };
  return stateOf;
}

describe.each(cases)('$machine from a point of the tier $tier', (one) => {
  const whole: { choices: VmChoices; seen: Seen; values: Map<FactName, unknown> }[] = [];
  beforeAll(async () => {
    const choices = await draftOf(one);
    const seen = await readBy(choices, null);
    whole.push({ choices, seen, values: valuesOf(choices, seen.reads) });
  });
  const all = () => {
    const [first] = whole;
    if (first === undefined) throw new Error('nothing was read');
    return first;
  };

  test.each(reads)('without %s exactly its facts are not known', async (read) => {
    const { choices, seen, values } = all();
    const stateOf = stateWith(read, choices, seen.requested);
    const isLost = (fact: FactName): boolean => {
      const source = vmFactSourceOf(fact);
      if (source.from === 'operator' && choices[source.question] !== null) return false;
      // Where no subscription is chosen there is none to look up.
      if (fact === 'c.subscriptionTenant' && choices.subscription === null) return false;
      const isSecondary = choices.regionView === 'secondary';
      // Of each way that could tell it, the read that it lacks; null for a way that has all it needs.
      const lacking = lackingReads(fieldGroupsIn(source, isSecondary), vmModel.after, stateOf);
      return lacking.length > 0 && lacking.every((lack) => lack !== null);
    };
    const left = valuesOf(choices, (await readBy(choices, read)).reads);
    expect(Object.fromEntries(left)).toEqual(
      Object.fromEntries([...values].map(([fact, was]) => [fact, isLost(fact) ? undefined : was])),
    );
  });

  test('only facts with a source in the table are known', () => {
    const { values } = all();
    const knownFacts = facts.filter((fact) => values.get(fact) !== undefined);
    const from = new Set(knownFacts.map((fact) => vmFactSourceOf(fact).from));
    expect([...from].toSorted()).toEqual(['azure', 'operator', 'product']);
  });
});

test('every operation of the table is requested, and every fact of Azure or the person is known', async () => {
  const reported = new Set<FactName>();
  const requested = new Set<ReadName>();
  for (const one of cases) {
    const choices = await draftOf(one);
    const seen = await readBy(choices, null);
    for (const read of seen.requested) requested.add(read);
    for (const [fact, value] of valuesOf(choices, seen.reads))
      if (value !== undefined) reported.add(fact);
  }
  expect(reads.filter((read) => !requested.has(read))).toEqual([]);
  const wanted = facts.filter((fact) => ['azure', 'operator'].includes(vmFactSourceOf(fact).from));
  expect(wanted.filter((fact) => !reported.has(fact))).toEqual([]);
});

test('a read that was forbidden says which action is missing, and is read again', async () => {
  const [one] = cases;
  if (one === undefined) throw new Error('no case');
  const choices = await draftOf(one);
  const seen = await readBy(choices, 'machine');
  const { machine } = seen.reads;
  expect(machine).toMatchObject({
    state: 'forbidden',
    trouble: { problem: { kind: 'forbidden', missingAction: 'the/action/of/machine' } },
  });
  seen.allow();
  if (machine.state === 'forbidden') machine.trouble?.readAgain?.();
  await expect.poll(async () => (await seen.readOn()).machine.state).toBe('known');
});
