import { afterEach, describe, expect, test, vi } from 'vitest';
import { recordOf } from '#src/actions/record.ts';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { lineFor } from '#src/datasources/azure-vm/checks/testing.ts';
import { mayShutDown } from '#src/datasources/azure-vm/facts.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { shutDownAction } from '#src/datasources/azure-vm/steps/review/ShutDown.tsx';
import { untransferredIn } from '#src/datasources/azure-vm/steps/VmStepRemarks.tsx';
import { lackingRights } from '#src/datasources/azure-vm/steps/configuration/StagingFields.tsx';
import {
  vmSubnetOptions,
  zoneHint,
  zoneOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';
import { signedIn } from '#src/datasources/azure-vm/testing-writes.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  OTHER_SUB,
  PRINCIPAL,
  exampleDraft,
  exampleReads,
  exampleView,
  sayRule,
} from '#src/datasources/azure-vm/testing.ts';
import { optionText } from '#src/datasources/azure-vm/what-happened/Options.tsx';
import type { VmRestoreOption } from '#src/datasources/azure-vm/what-happened/scenarios.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { type Fault, fault } from '#src/mocks/faults/fault.ts';
import { COMPUTE, app01, writesAzure } from '#src/mocks/testing-writes.ts';
import { type ServiceIssue, type Subnet, regionHealth } from '#src/model/places.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { RESTORE_ACTIONS, RESTORE_DATA_ACTIONS, type Role } from '#src/model/roles.ts';
import { factText } from '#src/rules/facts.ts';
import { outage } from '#src/strings/outage.ts';
import { claim, claimsBy, faultsOf } from '#src/strings/testing-claims.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { wizard } from '#src/strings/wizard.ts';
import { refusedAtSubmit } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';

const operator: Role = { name: 'VM Restore Operator', permissions: [], dataPermissions: [] };
const nearly: Role = {
  name: 'Of our own',
  permissions: [{ actions: ['*'], notActions: ['Microsoft.Compute/disks/delete'] }],
  dataPermissions: [{ actions: ['*'], notActions: [] }],
};
const vault = { systemPrincipalId: PRINCIPAL } as const;

const lacking = (
  stagingRoles: readonly Role[],
  groupRoles: readonly Role[],
  choices: Partial<VmChoices> = { identity: 'system' },
) =>
  lackingRights(
    exampleReads({ vault, stagingRoles, groupRoles }),
    exampleDraft(choices).choices,
  ).map(({ scope, actions }) => [scope.split('/').at(-1), actions]);

test('each scope in which the identity can’t restore, with what it lacks there', () => {
  const every = [...RESTORE_ACTIONS, ...RESTORE_DATA_ACTIONS];
  expect(lacking([], [])).toEqual([
    ['testAccount', every],
    ['testRG', every],
  ]);
  expect(lacking([operator], [nearly])).toEqual([['testRG', ['Microsoft.Compute/disks/delete']]]);
  expect(lacking([operator], [operator])).toEqual([]);
});

test('rights that were read of another identity say nothing', () => {
  expect(lacking([], [], { identity: 'none' })).toEqual([]);
  expect(lacking([], [], { identity: 'user', identityId: '/x' })).toEqual([]);
});

const HOUR_MS = 3_600_000;

/** Points of these tiers, the newest first, one an hour. */
function withTiers(...tiers: readonly RecoveryPoint['tier'][]): Reads {
  const reads = exampleReads();
  const [point] = known(reads.points) ?? [];
  if (point === undefined) throw new Error('the example has a point');
  const value = tiers.map((tier, nth) => ({
    ...point,
    name: String(nth),
    time: instant((40 - nth) * HOUR_MS),
    tier,
  }));
  return { ...reads, points: { state: 'known', value } };
}
const found = (
  step: 'restore-point' | 'configuration' | 'review',
  choices: Partial<VmChoices>,
  reads: Reads,
) => {
  const one = untransferredIn(step, exampleView(choices, reads));
  return one && [one.point.name, one.older?.name];
};

test('the chosen point is a snapshot alone: the next older one in the vault works', () => {
  const reads = withTiers('Vault', 'Snapshot', 'Snapshot', 'SnapshotAndVault');
  expect(found('configuration', { point: '1' }, reads)).toEqual(['1', '3']);
  expect(found('configuration', { point: '0' }, reads)).toBeNull();
  expect(found('review', { point: '1' }, reads)).toBeNull();
});

test('while none is chosen it is about the newest, in the step of the points alone', () => {
  const reads = withTiers('Snapshot', 'Vault');
  expect(found('restore-point', { point: null }, reads)).toEqual(['0', '1']);
  expect(found('configuration', { point: null }, reads)).toBeNull();
});

test('no older point is offered where none can be chosen', () => {
  expect(found('configuration', { point: '0' }, withTiers('Snapshot', 'Archive'))).toEqual([
    '0',
    undefined,
  ]);
});

/** Shutting down what is replaced, against the simulated Azure. */

freshStorage();
afterEach(() => {
  installClock(machineClock);
});

const world = (faults: readonly Fault[] = []) => signedIn(writesAzure({}, faults));

const machine = { id: resourceId(app01.id), name: 'app01' };

/** Confirms it and carries it out: how its request stands, by Azure's code where it has one. */
async function outcome(onDone = () => undefined): Promise<string> {
  const action = shutDownAction({ draftId: 'draft', machine }, onDone);
  confirmAction(action);
  await carryOut(action);
  const [step] = recordOf(action.id)?.steps ?? [];
  const { state, wasSo, code, refusedBy } = step ?? {};
  return [wasSo === true ? 'wasSo' : state, refusedBy, code].filter(Boolean).join(' ');
}

type Effect = Fault['effect'];

interface Ends {
  /** How the request then stands. */
  readonly stands: string;
  readonly isRunning: boolean;
}

const done: Ends = { stands: 'done', isRunning: false };
const unknown: Ends = { stands: 'unknown', isRunning: true };
const refused = (code = ''): Ends => ({
  stands: `refused service ${code}`.trim(),
  isRunning: true,
});

/** What happens to the request, and how it ends. It is sent once, whatever happens. */
const rows: readonly (readonly [string, Effect | null, Ends])[] = [
  ['nothing', null, done],
  ['a lost answer', { kind: 'answer-lost' }, done],
  ['a 500 although it was accepted', { kind: 'accepted-but-500' }, done],
  ['a connection that breaks before', { kind: 'drop' }, unknown],
  ['a page in between', { kind: 'html-page', status: 502 }, unknown],
  ['an end that is bad', { kind: 'operation-fails' }, refused()],
  ...(
    [
      ['no right to do it', 403, 'AuthorizationFailed'],
      ['a lock', 409, 'ScopeLocked'],
      ['another change of the VM', 409, 'OperationNotAllowed'],
      ['a VM that is gone', 404, 'ResourceNotFound'],
    ] as const
  ).map(([what, status, code]) => [what, { kind: 'status', status, code }, refused(code)] as const),
];

describe('a request that meets', () => {
  test('what it can meet', () => {
    expect(rows).toHaveLength(10);
  });

  test.each(rows)('%s', async (_, effect, { stands, isRunning }) => {
    const operation = 'virtualMachines.deallocate';
    const it = world(effect === null ? [] : [fault('f', { operation }, 1, effect)]);
    const onDone = vi.fn<() => undefined>();
    expect(await outcome(onDone)).toMatch(new RegExp(`^${stands}`));
    expect(it.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(onDone.mock.calls.length > 0).toBe(stands === 'done');
    expect((await getMachine(it.arm, machine.id))?.isRunning).toBe(isRunning);
  });
});

test('of one that is shut down already nothing is sent', async () => {
  const it = world();
  await it.send('POST', `${machine.id}/deallocate?${COMPUTE}`);
  it.clock.add(120);
  const onDone = vi.fn<() => undefined>();
  expect(await outcome(onDone)).toBe('wasSo');
  expect(onDone).toHaveBeenCalledOnce();
  expect(it.sent.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('its plan says what it changes, leaves and loses', () => {
  const { plan, confirmName } = shutDownAction({ draftId: 'draft', machine }, () => undefined);
  expect({ ...plan, confirmName }).toEqual({
    created: [],
    changed: ['app01: deallocated. It stays stopped.'],
    untouched: ['Disks, NICs, and restore points of app01'],
    lost: [
      'What app01 has in memory and on its temporary disk',
      'The dynamic public address of app01, if any',
    ],
    confirmName: 'app01',
  });
});

describe('a replacement', () => {
  const viewOf = (isRunning: boolean | null) =>
    exampleView(AS_REPLACEMENT, exampleReads({ machine: { isRunning } }));
  const blockedOf = (isRunning: boolean | null) => {
    const { facts, choices, model } = viewOf(isRunning);
    return refusedAtSubmit(facts, choices, model.rules).map(({ rule }) => rule.id);
  };

  test('is refused of a VM that runs, and no longer once it was read as shut down', () => {
    expect(blockedOf(true)).toContain('platform.replace.running');
    expect(blockedOf(false)).not.toContain('platform.replace.running');
  });

  test('offers to shut it down only where it runs, and the command as the other way', () => {
    const offered = (isRunning: boolean | null) =>
      lineFor('power', {
        choices: AS_REPLACEMENT,
        different: { machine: { isRunning } },
      })?.remedies.map((remedy) =>
        remedy.kind === 'command'
          ? ['command', remedy.isOtherWay]
          : [remedy.kind, 'label' in remedy ? remedy.label : null],
      );
    expect(offered(true)).toEqual([
      ['action', 'Shut down testVM'],
      ['command', true],
      ['again', 'Check again: testVM'],
    ]);
    expect(offered(null)).toEqual([['again', 'Check again: testVM']]);
    expect(offered(false)).toEqual([]);
  });

  test.each([
    [['*'], true],
    [['Microsoft.Compute/virtualMachines/deallocate/action'], true],
    [['Microsoft.Compute/virtualMachines/write'], false],
  ])('by the rights %j it may be shut down: %j', (actions, may) => {
    expect(mayShutDown(exampleReads({ actions }))).toBe(may);
  });
});

/** Sentences about targets × the facts that would make each of them false. */

const words = wizard.configuration;

/** What is known of the zones of another subscription: its zone 2 is the machine's zone 1. */
interface Zones {
  readonly own?: readonly (string | null)[];
  readonly there?: readonly (string | null)[];
  readonly zone?: string | null;
  readonly outage?: VmChoices['outage'];
  /** The zones in which the size can be used. */
  readonly sizeIn?: readonly string[];
}

const PLACES: Required<Zones> = {
  own: ['az2', 'az3', 'az1'],
  there: ['az1', 'az2', 'az3'],
  zone: '2',
  outage: 'none',
  sizeIn: ['1', '2', '3'],
};

function zonesView(facts: Zones) {
  const { own, there, zone, outage: down, sizeIn } = { ...PLACES, ...facts };
  const region = (places: readonly (string | null)[]) => ({
    name: 'westus',
    displayName: 'West US',
    pairedRegion: 'eastus',
    zones: ['1', '2', '3'],
    places,
  });
  const reads = exampleReads({
    vault: { redundancy: 'ZRS' },
    machine: { zone: '1' },
    point: { tier: 'Vault', zone: '1' },
  });
  return exampleView(
    { ...AS_NEW_VM, subscription: OTHER_SUB, outage: down, zone },
    {
      ...reads,
      regions: { state: 'known', value: [region(there)] },
      ownRegions: { state: 'known', value: [region(own)] },
      sizes: {
        state: 'known',
        value: [
          { name: 'Standard_A1_v2', isOffered: true, zones: sizeIn, family: null, cores: null },
        ],
      },
    },
  );
}

/** The remark of zone 2. */
const remarkOf = (facts: Zones): string | null =>
  zoneOptions(zonesView(facts)).options.find(({ value }) => value === '2')?.remark ?? null;

const spoken = (facts: Zones): string[] =>
  zonesView(facts).settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.id.startsWith('czr.') ? [sayRule(rule.id)] : [],
  );

const sizeSays = (facts: Zones): string | null => {
  const { skuAvailable } = zonesView(facts).facts.platform ?? {};
  return skuAvailable === undefined ? null : factText('platform.skuAvailable', skuAvailable);
};

const notPlaced = { 'the places of the machine’s subscription': { own: [null, null, null] } };
const notThere = { 'the places of the target’s subscription': { there: [null, null, null] } };

const issueIn = (region: string): ServiceIssue => ({
  trackingId: 'A',
  title: 'Down',
  startedAt: null,
  services: ['Storage'],
  regions: [region],
  isZonal: false,
});

/** What Azure Service Health reports; left out: it isn't read. */
interface Health {
  readonly issues?: readonly ServiceIssue[] | undefined;
}
const option = (kind: VmRestoreOption['kind']): VmRestoreOption => ({
  kind,
  state: 'open',
  choices: { zone: '2' },
  point: null,
  passedOver: null,
  reasons: [],
  notChecked: [],
  warnings: [],
  afterwards: [],
  isPartial: false,
});
const healthSays =
  (kind: VmRestoreOption['kind']) =>
  ({ issues }: Health): string[] => {
    const source = {
      id: resourceId('/item'),
      name: 'app01',
      isGone: false,
      region: 'West Europe',
      pair: 'North Europe',
      health: {
        region: regionHealth(issues, 'West Europe'),
        pair: regionHealth(issues, 'North Europe'),
      },
    };
    return [
      /Azure Service Health.*/.exec(optionText(option(kind), 'zone-down', source).does)?.[0] ?? '',
    ];
  };

const subnet: Subnet = {
  id: resourceId('/n/s'),
  name: 's',
  addressPrefixes: ['10.0.0.0/29'],
  isDelegated: false,
  usedAddresses: 0,
};
/** Nothing speaks against the first subnet of the example's network. */
const subnetSays = (change: Partial<Subnet>): string => {
  const subnets = [{ ...subnet, ...change }];
  const view = exampleView(AS_NEW_VM, exampleReads({ network: { subnets } }));
  return vmSubnetOptions(view).judge?.('s').blocked?.short ?? 'can be selected';
};

const { health } = whatHappened;
const subnetRow = claimsBy<Partial<Subnet>>(subnetSays);
const sizeRow = claimsBy<Zones>(sizeSays);
const spokenRow = claimsBy<Zones>(spoken);
const remarkRow = claimsBy<Zones>(remarkOf);
const targetRows = [
  claim<Zones>({
    key: 'zonePeer',
    sentence: words.zonePeer('2', '1'),
    says: (facts) => zoneHint(zonesView(facts)) ?? null,
    known: {},
    without: { ...notPlaced, ...notThere, 'a zone': { zone: null, outage: 'zone' } },
  }),
  remarkRow('ownZone', {}, words.ownZone, {
    ...notPlaced,
    ...notThere,
    'the same place': { own: PLACES.there },
    'a zone that is up': { outage: 'zone' },
  }),
  remarkRow('zoneDown', { outage: 'zone' }, outage.zoneDown, {
    ...notPlaced,
    ...notThere,
    'the same place': { own: PLACES.there },
  }),
  spokenRow('czr.same-zone', {}, sayRule('czr.same-zone'), {
    ...notPlaced,
    ...notThere,
    'the same place': { own: PLACES.there },
  }),
  spokenRow('czr.pinned-zone-down', { outage: 'zone' }, sayRule('czr.pinned-zone-down'), {
    ...notPlaced,
    ...notThere,
    'the same place': { own: PLACES.there },
  }),
  sizeRow('platform.skuAvailable', { sizeIn: ['2'] }, factText('platform.skuAvailable', true), {
    'the zone chosen': { sizeIn: ['1', '3'] },
    'a zone at all': { sizeIn: [] },
  }),
  claim<Health>({
    key: 'health.none in the region',
    sentence: health.none('West Europe'),
    says: healthSays('zoneVm'),
    known: { issues: [] },
    without: {
      'a read': { issues: undefined },
      'no issue there': { issues: [issueIn('West Europe')] },
    },
  }),
  claim<Health>({
    key: 'health.none in the pair',
    sentence: health.none('North Europe'),
    says: healthSays('regionDisks'),
    known: { issues: [issueIn('West Europe')] },
    without: {
      'a read': { issues: undefined },
      'no issue there': { issues: [issueIn('North Europe')] },
    },
  }),
  subnetRow('a subnet of the form', {}, 'can be selected', {
    'a free address': { usedAddresses: 3 },
    'no service in it': { isDelegated: true },
  }),
];

test.each(targetRows)('$key shows with its facts alone', (row) =>
  expect(faultsOf(row)).toEqual([]),
);

test('the table has a row for each sentence, and each row facts that make it false', () => {
  expect([
    targetRows.length,
    targetRows.reduce((sum, { without }) => sum + without.size, 0),
  ]).toEqual([9, 24]);
});
