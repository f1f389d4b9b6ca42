import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { answer, type Sent, testArm } from '#src/api/arm/testing.ts';
import { newDraft, ruleChoices } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmFactsOf, vmFactSourceOf } from '#src/datasources/azure-vm/facts.ts';
import { useReads } from '#src/datasources/azure-vm/reader.ts';
import { READ_SOURCES, type ReadName, type VmReadSource } from '#src/datasources/azure-vm/reads.ts';
import { lackingOf } from '#src/datasources/azure-vm/testing-lacking.ts';
import { now } from '#src/lib/clock.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { type FactName, type Facts, factWords } from '#src/rules/facts.ts';
import type { Choices } from '#src/rules/fields.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

type Reads = ReturnType<typeof useReads>;

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

const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const corporate = 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';
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
      const lacking = lackingOf(source, isSecondary, stateOf);
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
