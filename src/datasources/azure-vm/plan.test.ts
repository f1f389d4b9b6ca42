import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vmSumOf } from '#src/datasources/azure-vm/checks/lines.ts';
import { linesFor } from '#src/datasources/azure-vm/checks/testing.ts';
import { withChoices } from '#src/datasources/azure-vm/choices.ts';
import { vmTargetText } from '#src/datasources/azure-vm/consequences.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  expectedOf,
  planLine,
  planSentence,
  vmChosenLines,
  vmPlanLinesOf,
} from '#src/datasources/azure-vm/plan.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  diskAccessId,
  encryptionSetId,
  exampleReads,
  exampleView,
  networkId,
} from '#src/datasources/azure-vm/testing.ts';
import { installClock, noteServiceClock } from '#src/lib/clock.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { fakeClock } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { PlanLines } from '#src/ui/OutcomeColumns.tsx';
import { explainRules, findingsOf } from '#src/wizard/explain/findings.ts';

const factsOf = (choices: Partial<VmChoices> = {}, reads: Reads = exampleReads()) =>
  Object.fromEntries(vmChosenLines(exampleView(choices, reads)));
const chosenOf = (choices: Partial<VmChoices>, different: Different) =>
  factsOf(choices, exampleReads(different));

const source = {
  'Datasource type': 'Azure Virtual machines',
  'Backup instance': 'testVM, testRG, testVault',
  'Restore point': dateTimeText(instant(0)),
};
const stagingLine = { 'Staging Location': 'testAccount (LRS)' };

describe('what was chosen, field by field', () => {
  test('of disks', () => {
    expect(factsOf()).toEqual({
      ...source,
      'Restore Type': 'Restore disks',
      Subscription: 'Documents example',
      'Resource group': 'targetRG',
      ...stagingLine,
    });
  });

  test('of a new machine', () => {
    expect(factsOf(AS_NEW_VM)).toEqual({
      ...source,
      'Restore Type': 'Create new virtual machine',
      'Virtual machine name': 'newVM',
      Subscription: 'Documents example',
      'Resource group': 'targetRG',
      'Virtual network': 'testNet',
      Subnet: 'default',
      ...stagingLine,
    });
  });

  test('of a replacement, which has no target', () => {
    expect(factsOf({ ...AS_NEW_VM, ...AS_REPLACEMENT })).toEqual({
      ...source,
      'Restore Type': 'Replace disk/s',
      ...stagingLine,
    });
  });

  test('with everything that can be chosen besides', () => {
    const different: Different = {
      vault: { redundancy: 'ZRS', identities: ['user'] },
      machine: { zone: '1' },
      point: { tier: 'Vault', hasPrivateAccessDisks: true },
      zones: ['1', '2'],
      usesCustomerKey: true,
    };
    const choices: Partial<VmChoices> = {
      ...AS_NEW_VM,
      zone: '2',
      diskEncryptionSet: encryptionSetId,
      identity: 'user',
      identityId: '/a/b/myIdentity',
      diskAccess: 'private',
      diskAccessId,
    };
    expect(chosenOf(choices, different)).toEqual({
      ...factsOf(AS_NEW_VM),
      'Availability Zone': 'Zone 2',
      'Disk encryption set': 'testSet',
      Identities: 'User-assigned',
      'Managed identity resource ID': '/a/b/myIdentity',
      'Network access': 'Disable public access and enable private access (using disk access)',
      'Disk access': 'testAccess',
    });
    expect(
      chosenOf({ ...choices, diskAccess: 'public', diskAccessId: null }, different),
    ).toMatchObject({ 'Network access': 'Enable public access from all networks' });
  });

  test('with unmanaged disks that come back managed', () => {
    const different = { point: { isManaged: false } };
    expect(chosenOf({ restoreAsManaged: true }, different)).toMatchObject({
      'Restore as managed disks': 'Yes',
    });
    expect(chosenOf({ restoreAsManaged: false }, different)).not.toHaveProperty([
      'Restore as managed disks',
    ]);
  });
});

describe('names what is missing', () => {
  test('when it is not chosen', () => {
    const none = { instance: null, point: null, option: null, rg: null, staging: null };
    expect(factsOf(none)).toMatchObject({
      'Backup instance': 'not selected',
      'Restore point': 'not selected',
      'Restore Type': 'not selected',
      'Resource group': 'not selected',
      'Staging Location': 'not selected',
    });
    expect(factsOf({ option: 'createVm' })).toMatchObject({
      'Virtual machine name': 'not selected',
      'Virtual network': 'not selected',
      Subnet: 'not selected',
    });
  });

  test('when it was chosen and Azure has not told what it is', () => {
    const unread = { state: 'failed' } as const;
    const reads: Reads = {
      ...exampleReads(),
      instance: unread,
      points: unread,
      accounts: unread,
      subscriptions: unread,
    };
    const facts = factsOf({}, reads);
    for (const label of ['Backup instance', 'Restore point', 'Subscription', 'Staging Location']) {
      expect(facts[label]).toMatch(/not read/i);
    }
    expect(chosenOf({}, { account: { redundancy: null } })['Staging Location']).toBe(
      'testAccount (not reported)',
    );
  });
});

test('no line appears twice', () => {
  const lines = vmChosenLines(exampleView(AS_NEW_VM)).map(([label]) => label);
  expect(new Set(lines).size).toBe(lines.length);
});

describe('at noon, with a point of ten', () => {
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
  const lost = [`Changes made since ${dateTimeText(TEN)} (at least 2 h)`];
  const nothing = ['No existing resource'];

  describe('what a restore does', () => {
    const template = 'A template in the storage account testAccount';
    const [newVm, newNic] = ['VM newVM, Standard_A1_v2', '1 network interface in testNet'];
    const replacement = {
      changed: ['The disks of testVM, replaced from the restore point'],
      untouched: [
        'The backup of testVM and its restore points',
        'The current disks, detached, in the resource group',
      ],
    };
    const snapshot = 'A snapshot of the VM as it is now, before its disks are replaced';
    type Case = [
      what: string,
      choices: Partial<VmChoices>,
      different: Different,
      created: readonly string[],
      others?: Partial<PlanLines>,
    ];
    const cases: readonly Case[] = [
      ['disks into a group that is there', {}, {}, ['1 managed disk in targetRG', template]],
      [
        'disks into a new group, of a point with three',
        { rg: 'rg-new', rgIsNew: true },
        { point: { diskCount: 3 } },
        ['Resource group rg-new', '3 managed disks in rg-new', template],
      ],
      ['a new machine', AS_NEW_VM, {}, [newVm, '1 managed disk in targetRG', newNic]],
      [
        'a new machine in a new group, of one in an availability set',
        { ...AS_NEW_VM, rg: 'rg-new', rgIsNew: true },
        { machine: { availabilitySet: 'avset' } },
        ['Resource group rg-new', newVm, '1 managed disk in rg-new', newNic],
        { lost: [...lost, 'Availability set avset: the new VM isn’t in it'] },
      ],
      [
        'disks of a point in the vault alone, of which copies stay in the account',
        {},
        { point: { tier: 'Vault' } },
        [
          '1 managed disk in targetRG',
          'VHD files of the disks below 4 TB in the storage account testAccount. Delete them when you no longer need them.',
          template,
        ],
      ],
      [
        'unmanaged disks, which come back as files',
        { restoreAsManaged: false },
        { point: { isManaged: false, diskCount: 2 } },
        ['2 unmanaged disks, as VHD files in the storage account testAccount', template],
      ],
      [
        'a replacement',
        AS_REPLACEMENT,
        { machine: { availabilitySet: 'avset' } },
        [snapshot],
        replacement,
      ],
      [
        'a replacement whose draft names a new group, from before',
        { ...AS_REPLACEMENT, rg: 'rg-new', rgIsNew: true },
        {},
        [snapshot],
        replacement,
      ],
    ];
    test.each(cases)('%s', (_, ...[choices, different, created, others]) => {
      const expected = { created, changed: nothing, untouched, lost, ...others };
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
    const cost = 'at least 2 h of changes lost';
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
});

test.each([
  ['a new machine by its name and place', AS_NEW_VM, /^newVM, targetRG/],
  ['disks by their place', {}, /^targetRG/],
  ['a replacement by the machine itself', AS_REPLACEMENT, /^testVM, /],
])('the target of a restore names %s', (_, choices, text) => {
  expect(vmTargetText(exampleView(choices))).toMatch(text);
});

/** The source VM was VM: plan, checks and headline agree. */

const gone: Pick<Reads, 'machine'> = { machine: { state: 'known', value: null } };
const goneView = (choices: Partial<VmChoices>) =>
  exampleView(choices, { ...exampleReads(), ...gone });
const everything = (choices: Partial<VmChoices>): string => {
  const { created, changed, untouched, lost } = vmPlanLinesOf(goneView(choices));
  return [planSentence(goneView(choices)), ...created, ...changed, ...untouched, ...lost].join(' ');
};

describe('a replacement', () => {
  test('replaces nothing, and says why', () => {
    expect(planSentence(goneView(AS_REPLACEMENT))).toBe(
      'testVM no longer exists, so its disks can’t be replaced. Create new restores it.',
    );
    expect(planLine(goneView(AS_REPLACEMENT))).toMatch(/^testVM no longer exists · /);
    expect(vmPlanLinesOf(goneView(AS_REPLACEMENT))).toEqual({
      created: [],
      changed: ['No existing resource'],
      untouched: ['The backup of testVM and its restore points'],
      lost: [],
    });
  });

  test('is not ready, and no line says that the machine runs or is off', () => {
    const lines = linesFor({ choices: AS_REPLACEMENT, reads: gone });
    expect(vmSumOf(lines).verdict).toBe('notPossible');
    expect(lines.map(({ id }) => id)).not.toContain('power');
  });

  test('offers Create new, with what was chosen kept', () => {
    const before = { ...AS_REPLACEMENT, vmName: 'newVM' };
    const view = goneView(before);
    const [refused] = findingsOf(view.settled).refused;
    expect(refused?.rule.id).toBe('replace.source.exists');
    expect(explainRules(view, refused === undefined ? [] : [refused.rule]).instead).toMatchObject({
      label: 'Create new',
      field: 'option',
    });
    const beside = withChoices(view.draft, { group: 'createNew', option: null }, 1);
    const { point, staging, rg, vmName } = view.draft.choices;
    expect(beside.choices).toMatchObject({ point, staging, rg, vmName });
    expect(beside.takenBack).toEqual([]);
  });
});

describe.each([
  ['disks', {}],
  ['a new machine', AS_NEW_VM],
  ['unmanaged disks', { restoreAsManaged: false }],
] as const)('%s beside it', (_, choices) => {
  test('say that it no longer exists, and never that it is not touched', () => {
    expect(everything(choices)).toContain('testVM no longer exists.');
    expect(everything(choices)).not.toContain('not touched');
    expect(everything(choices)).not.toContain('testVM and its disks');
  });

  test('are still possible, with a warning', () => {
    const lines = linesFor({ choices, reads: gone });
    expect(vmSumOf(lines).verdict).toBe('readyWithWarnings');
  });
});
