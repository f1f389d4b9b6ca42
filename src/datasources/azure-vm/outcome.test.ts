import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installClock, noteServiceClock } from '#src/lib/clock.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import { fakeClock } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import {
  expectedOf,
  vmPlanLinesOf,
  planLine,
  planSentence,
} from '#src/datasources/azure-vm/plan.tsx';
import type { PlanLines } from '#src/ui/OutcomeColumns.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  exampleReads,
  exampleView,
  networkId,
} from '#src/datasources/azure-vm/testing.ts';

beforeAll(() => {
  installClock(fakeClock(Date.UTC(2026, 0, 2, 12)));
  noteServiceClock('answers', 0, 0);
});
afterAll(() => {
  installClock({
    now: () => instant(Date.now()),
    realDelayMs: (ms) => ms,
    onJump: () => () => undefined,
  });
});

const TEN = instant(Date.UTC(2026, 0, 2, 10));
const seen = (choices: Partial<VmChoices> = {}, different: Different = {}) =>
  exampleView(choices, exampleReads({ ...different, point: { time: TEN, ...different.point } }));
const outcomeFor = (choices: Partial<VmChoices> = {}, different: Different = {}) =>
  vmPlanLinesOf(seen(choices, different));

const untouched = ['testVM and its disks', 'The backup of testVM and its restore points'];
const lost = [
  `Changes made in the last ${durationText(2 * 3_600_000)} (since ${dateTimeText(TEN)})`,
];
const nothing = ['No existing resource'];

describe('what a restore does', () => {
  const cases: readonly [string, Partial<VmChoices>, Different, PlanLines][] = [
    [
      'disks into a group that is there',
      {},
      {},
      {
        created: ['1 managed disk in targetRG', 'A template in the storage account testAccount'],
        changed: nothing,
        untouched,
        lost,
      },
    ],
    [
      'disks into a new group, of a point with three',
      { rg: 'rg-new', rgIsNew: true },
      { point: { diskCount: 3 } },
      {
        created: [
          'Resource group rg-new',
          '3 managed disks in rg-new',
          'A template in the storage account testAccount',
        ],
        changed: nothing,
        untouched,
        lost,
      },
    ],
    [
      'a new machine',
      AS_NEW_VM,
      {},
      {
        created: [
          'VM newVM, Standard_A1_v2',
          '1 managed disk in targetRG',
          '1 network interface in testNet',
        ],
        changed: nothing,
        untouched,
        lost,
      },
    ],
    [
      'a new machine in a new group, of one in an availability set',
      { ...AS_NEW_VM, rg: 'rg-new', rgIsNew: true },
      { machine: { availabilitySet: 'avset' } },
      {
        created: [
          'Resource group rg-new',
          'VM newVM, Standard_A1_v2',
          '1 managed disk in rg-new',
          '1 network interface in testNet',
        ],
        changed: nothing,
        untouched,
        lost: [...lost, 'Availability set avset: the new VM isn’t in it'],
      },
    ],
    [
      'disks of a point in the vault alone, of which copies stay in the account',
      {},
      { point: { tier: 'Vault' } },
      {
        created: [
          '1 managed disk in targetRG',
          'VHD files of the disks below 4 TB in the storage account testAccount. Delete them when you no longer need them.',
          'A template in the storage account testAccount',
        ],
        changed: nothing,
        untouched,
        lost,
      },
    ],
    [
      'unmanaged disks, which come back as files',
      { restoreAsManaged: false },
      { point: { isManaged: false, diskCount: 2 } },
      {
        created: [
          '2 unmanaged disks, as VHD files in the storage account testAccount',
          'A template in the storage account testAccount',
        ],
        changed: nothing,
        untouched,
        lost,
      },
    ],
    [
      'a replacement',
      AS_REPLACEMENT,
      { machine: { availabilitySet: 'avset' } },
      {
        created: ['A snapshot of the VM as it is now, before its disks are replaced'],
        changed: ['The disks of testVM, replaced from the restore point'],
        untouched: [
          'The backup of testVM and its restore points',
          'The current disks, detached, in the resource group',
        ],
        lost,
      },
    ],
    [
      'a replacement whose draft names a new group, from before',
      { ...AS_REPLACEMENT, rg: 'rg-new', rgIsNew: true },
      {},
      {
        created: ['A snapshot of the VM as it is now, before its disks are replaced'],
        changed: ['The disks of testVM, replaced from the restore point'],
        untouched: [
          'The backup of testVM and its restore points',
          'The current disks, detached, in the resource group',
        ],
        lost,
      },
    ],
  ];
  test.each(cases)('%s', (_, choices, different, expected) => {
    expect(outcomeFor(choices, different)).toEqual(expected);
  });
});

describe('what is not chosen yet', () => {
  test.each([
    ['the type', { option: null }, { created: [] }],
    [
      'group and account',
      { rg: null, staging: null },
      { created: ['1 managed disk in a resource group (not selected yet)'] },
    ],
    [
      'the name of the machine',
      { ...AS_NEW_VM, vmName: null },
      {
        created: [
          'VM (no name yet), Standard_A1_v2',
          '1 managed disk in targetRG',
          '1 network interface in testNet',
        ],
      },
    ],
    [
      'the network',
      { ...AS_NEW_VM, vnet: null },
      { created: ['VM newVM, Standard_A1_v2', '1 managed disk in targetRG'] },
    ],
    [
      'the point',
      { ...AS_NEW_VM, point: null },
      {
        created: ['VM newVM', 'The managed disks in targetRG', '1 network interface in testNet'],
        lost: [],
      },
    ],
  ] as const)('%s', (_, choices, expected) => {
    expect(outcomeFor(choices)).toMatchObject(expected);
  });

  test('a network in other letter case is the same', () => {
    expect(outcomeFor({ ...AS_NEW_VM, vnet: networkId.toUpperCase() }).created).toContain(
      '1 network interface in testNet',
    );
  });

  test('nothing read and nothing chosen says nothing that is not so', () => {
    const unread = { state: 'loading' } as const;
    const reads: Reads = {
      ...exampleReads(),
      points: unread,
      machine: unread,
      networks: unread,
      accounts: unread,
    };
    expect(vmPlanLinesOf(exampleView(AS_NEW_VM, reads))).toEqual({
      created: ['VM newVM', 'The managed disks in targetRG'],
      changed: nothing,
      untouched,
      lost: [],
    });
    expect(vmPlanLinesOf(exampleView({}, reads)).created).toEqual([
      'The managed disks in targetRG',
    ]);
  });
});

describe('the plan in one sentence', () => {
  test.each([
    [
      'disks',
      {},
      /^Creates the disks of testVM as of .*2026.* in targetRG, .+, .+\. testVM isn’t changed\.$/,
    ],
    [
      'a new machine',
      AS_NEW_VM,
      /^Creates a new VM newVM in targetRG, .+, .+ from testVM as of .*2026.*\. testVM isn’t changed\.$/,
    ],
    [
      'a replacement',
      AS_REPLACEMENT,
      /^Replaces the disks of testVM in testRG with those of .*2026.*\. Later changes are lost\.$/,
    ],
    ['no type yet', { option: null }, /^testVM as of .*2026.*\. Select a restore type\.$/],
    ['no group yet', { rg: null }, / in a resource group \(not selected yet\)\./],
    [
      'no name yet',
      { ...AS_NEW_VM, vmName: null },
      /^Creates a new VM \(no name yet\) in targetRG, /,
    ],
    [
      'no point yet',
      { point: null },
      /^Creates the disks of testVM as of a restore point \(not selected yet\)/,
    ],
  ] as const)('%s', (_, choices, expected) => {
    expect(planSentence(seen(choices))).toMatch(expected);
  });

  test('unmanaged disks go to an account, not to a group', () => {
    const view = seen({ restoreAsManaged: false }, { point: { isManaged: false } });
    expect(planSentence(view)).toMatch(
      /^Creates the unmanaged disks of testVM as of .+ as VHD files in testAccount\./,
    );
  });

  test('no machine yet', () => {
    const reads = { ...exampleReads(), instance: { state: 'not asked' } } as const;
    expect(planSentence(exampleView({ instance: null }, reads))).toMatch(
      /^Select a backup instance/,
    );
  });
});

describe('the plan in one line', () => {
  const cost = `${durationText(2 * 3_600_000)} of changes lost`;
  const cases: readonly [string, Partial<VmChoices>, Different, string][] = [
    ['a new machine', AS_NEW_VM, {}, `New VM newVM · ${cost}`],
    ['a new machine without a name', { ...AS_NEW_VM, vmName: null }, {}, `New VM · ${cost}`],
    ['disks', {}, {}, `Disks of testVM · ${cost}`],
    ['a replacement', AS_REPLACEMENT, {}, `Disks of testVM replaced · ${cost}`],
    ['no type yet', { option: null }, {}, `testVM · ${cost}`],
    ['a point without a time', {}, { point: { time: null } }, 'Disks of testVM'],
  ];
  test.each(cases)('%s', (_, choices, different, line) => {
    expect(planLine(seen(choices, different))).toBe(line);
  });
});

test('a duration is expected once the kind is chosen', () => {
  expect(expectedOf(seen({ option: null }))).toBeNull();
  for (const choices of [{}, AS_NEW_VM, AS_REPLACEMENT]) {
    expect(expectedOf(seen(choices))).toBeTruthy();
  }
});
