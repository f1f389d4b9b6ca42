import { describe, expect, test } from 'vitest';
import { jobAddress } from '#src/api/arm/address.ts';
import { vaultJobs } from '#src/api/recovery-services/job-lists.ts';
import {
  type CheckedLine,
  CHECKS,
  isReadyForAzure,
  vmSumOf,
  vmWarningsToRead,
  VM_COVERAGE,
  type VmKind,
  vmNotLookedAt,
} from '#src/datasources/azure-vm/checks/lines.ts';
import { ROWS } from '#src/datasources/azure-vm/checks/testing-rows.ts';
import {
  type Case,
  everything,
  forbidden,
  lineFor,
  linesFor,
  loading,
  onlyLook,
  preflightFor,
  read,
  restoresOfDay,
} from '#src/datasources/azure-vm/checks/testing.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  encryptionSetId,
  exampleCard,
  exampleDisk,
  exampleMachine,
  exampleManagedDisk,
  exampleReads,
  exampleView,
  networkId,
  OTHER_SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { Job, JobDetails, RestoreKind } from '#src/model/jobs.ts';
import type { RunningRestore } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { findingsOf, formFindings, isParticular } from '#src/wizard/explain/findings.ts';
import { known, type Read } from '#src/wizard/read.ts';
import { heldLines } from '#src/datasources/azure-vm/steps/review/use-review.tsx';
import { type CheckState, foundText, refusersOf, warnedNames } from '#src/wizard/review/check.ts';

/** The source is on another network than its copy. */
const apart = exampleReads({
  cards: [{ ...exampleCard, subnetIds: [resourceId(`${networkId}-other/subnets/default`)] }],
});

describe('a line', () => {
  test.each(ROWS)('%s, %s', (...[id, , wanted, state, found]) => {
    const line = lineFor(id, wanted);
    expect(line?.state).toBe(state);
    expect(line?.found).toMatch(found);
  });

  test('that is not passed for want of a read offers to read it again, or says whom to ask', () => {
    const lines = ROWS.flatMap(([id, , wanted, state]) =>
      state === 'notChecked' ? [lineFor(id, wanted)] : [],
    );
    for (const line of lines) {
      const helps =
        /Ask|portal|again|Complete your selections|hasn’t validated|validates only|doesn’t validate/.test(
          line?.found ?? '',
        ) ||
        line?.remedies.some(({ kind }) => kind === 'again') === true ||
        (line?.unknown.length ?? 0) > 0;
      expect([line?.id, line?.found, helps]).toEqual([line?.id, line?.found, true]);
    }
  });

  test.each<[CheckedLine['id'], Case, RegExp]>([
    ['rightsVault', {}, /recoveryPoints\/restore\/action$/],
    ['rightsTarget', {}, /^Microsoft\.Compute\/disks\/write$/],
    ['rightsTarget', { choices: AS_NEW_VM }, /^Microsoft\.Compute\/virtualMachines\/write$/],
    ['rightsTarget', { choices: AS_REPLACEMENT }, /^Microsoft\.Compute\/virtualMachines\/write$/],
    ['rightsNetwork', { choices: AS_NEW_VM }, /subnets\/join\/action$/],
  ])(
    '%s says in words what its action is, and keeps the action for the record',
    (id, wanted, action) => {
      const line = lineFor(id, wanted);
      expect(line?.found).not.toMatch(/Microsoft/);
      expect(line?.actions).toEqual([expect.stringMatching(action)]);
      expect(line === undefined ? '' : foundText(line)).toContain(
        `Action: ${line?.actions[0] ?? ''}.`,
      );
    },
  );

  test.each<[CheckedLine['id'], Case]>([
    ['rightsNetwork', {}],
    ['identity', {}],
    ['addresses', {}],
    ['hostName', {}],
    ['cores', {}],
    ['keys', {}],
    ['power', {}],
    ['names', { choices: AS_REPLACEMENT }],
    ['placement', { choices: AS_REPLACEMENT }],
  ])('%s is left out where the restore has nothing to do with it', (id, wanted) => {
    expect(lineFor(id, wanted)).toBeUndefined();
  });

  test('is as old as the oldest of what it was read from', () => {
    const checkReads = { usages: read([], 7), keyVaults: [] };
    const reads = { sizes: read([], 5) };
    expect(lineFor('cores', { choices: AS_NEW_VM, checkReads, reads })?.at).toBe(5);
    expect(lineFor('staging', { checkReads, reads })?.at).toBeNull();
  });

  test('of what comes after the restore warns, and holds no press', () => {
    const line = lineFor('hostName', { choices: AS_NEW_VM });
    expect(line).toMatchObject({ state: 'warned', own: null });
    const many = { checkReads: { restores: read(restoresOfDay(10)) } };
    expect(lineFor('restoresToday', many)).toMatchObject({
      state: 'warned',
      own: { state: 'warned' },
    });
  });

  test('about a point is as old as the list of its region', () => {
    const reads = { secondaryPoints: read([], 3) };
    expect(lineFor('point', { reads })?.at).toBe(3);
  });

  test('about keys is as old as the oldest of the vaults looked for', () => {
    const key = (id: string, at: number) => ({ id: resourceId(id), read: read(true, at) });
    const checkReads = { keyVaults: [key('/kv1', 9), key('/kv2', 4)] };
    const withSet = {
      choices: { diskEncryptionSet: encryptionSetId },
      different: { usesCustomerKey: true },
    };
    expect(lineFor('keys', { ...withSet, checkReads })?.at).toBe(4);
  });

  test('about Azure’s own look is as old as its answer, which is none while it is stale', () => {
    const stage = { kind: 'done', at: instant(6), problems: [] } as const;
    expect(lineFor('azure', { validation: { stage } })?.at).toBe(6);
    expect(lineFor('azure', { validation: { stage, isStale: true } })?.at).toBeNull();
  });
});

describe('the rules', () => {
  const cases: Case[] = [
    ...ROWS.map(([, , wanted]) => wanted),
    { choices: { ...AS_NEW_VM, vnet: null, subnet: null, staging: null, rg: null } },
    { choices: { ...AS_REPLACEMENT, confirmReplace: null } },
    { choices: AS_NEW_VM, different: { point: { isEncrypted: null } } },
  ];

  test.each(cases)('each appear in one line, with none left out (%#)', (wanted) => {
    const reads = { ...exampleReads(wanted.different), ...wanted.reads };
    // What is typed beside Restore has no line.
    const { refused, warned, notChecked } = formFindings(exampleView(wanted.choices, reads));
    const lines = linesFor(wanted);
    const ids = (verdicts: readonly { readonly rule: { readonly id: string } }[]) =>
      verdicts.map(({ rule }) => rule.id).toSorted();
    const shownRules = lines.flatMap(({ rules }) => rules.map((rule) => ({ rule })));
    expect(ids(shownRules)).toEqual(ids([...refused, ...warned.filter(isParticular)]));
    const unknown = lines.flatMap((line) => line.unknown.map(({ rule }) => rule.id));
    for (const { rule } of notChecked.filter((one) => !unknown.includes(one.rule.id))) {
      // The line's own button reads again what the rule lacks.
      const teller = CHECKS.find(({ claims }) => claims?.(rule) === true)?.id;
      const remedies = lines.find(({ id }) => id === teller)?.remedies;
      expect([rule.id, remedies]).toEqual([
        rule.id,
        expect.arrayContaining([expect.objectContaining({ kind: 'again' })]),
      ]);
    }
    const { verdict } = vmSumOf(lines);
    expect(['notPossible', 'toDo'].includes(verdict) || refused.length === 0).toBe(true);
    const isBlocked = refused.some(({ rule }) => rule.kind !== 'require-field');
    expect(verdict === 'notPossible' || !isBlocked).toBe(true);
    expect(verdict !== 'ready' || notChecked.length === 0).toBe(true);
  });
});

describe('the sum', () => {
  test.each([
    [{}, 'ready'],
    [{ choices: AS_NEW_VM, reads: apart }, 'ready'],
    // The example's copy gets the network of its source.
    [{ choices: AS_NEW_VM }, 'readyWithWarnings'],
    [{ validation: { isStale: true } }, 'ready'],
    [{ validation: { waitsFor: 'newGroup' } }, 'ready'],
    [{ reads: { permissions: { state: 'forbidden' } } }, 'readyWithWarnings'],
    [{ checkReads: { vaultRights: loading } }, 'checking'],
    [{ checkReads: { vaultRights: read([everything, onlyLook]) } }, 'ready'],
    [{ checkReads: { restores: read(restoresOfDay(10)) } }, 'readyWithWarnings'],
    [{ reads: { points: read([]) } }, 'notPossible'],
    [{ choices: { ...AS_NEW_VM, vnet: networkId, subnet: 'gone' } }, 'notPossible'],
    [{ choices: { ...AS_NEW_VM, rg: null } }, 'toDo'],
  ] satisfies [Case, string][])('of %j is %s', (wanted, verdict) => {
    expect(vmSumOf(linesFor(wanted)).verdict).toBe(verdict);
  });

  test.each([
    [{ choices: AS_NEW_VM }, true],
    [{ checkReads: { vaultRights: loading } }, false],
    [{ checkReads: { restores: read(restoresOfDay(10)) } }, true],
    [{ choices: { ...AS_NEW_VM, vnet: networkId, subnet: 'gone' } }, false],
    [{ choices: { ...AS_NEW_VM, rg: null } }, false],
  ] satisfies [Case, boolean][])(
    'of %j lets the validation start automatically: %s',
    (wanted, expected) => {
      expect(isReadyForAzure(linesFor(wanted))).toBe(expected);
    },
  );

  test('counts what is being checked as not checked', () => {
    const states: CheckState[] = ['passed', 'checking', 'notChecked', 'warned'];
    const lines = states.map((state) => ({
      id: 'names' as const,
      state,
      rules: [],
      warns: state === 'warned',
    }));
    expect(vmSumOf(lines)).toEqual({
      verdict: 'checking',
      failed: 0,
      toDo: 0,
      warned: 1,
      notChecked: 2,
    });
  });
});

const refusers = refusersOf(VM_COVERAGE);
const cases: readonly Case[] = ROWS.map(([, , wanted]) => wanted);

/** Cases of which each has what two others have. */
const partners = cases.filter((_, index) => index % 11 === 0);
const pairs: readonly Case[] = cases.flatMap((one) =>
  partners.map((other) => ({
    ...one,
    ...other,
    choices: { ...one.choices, ...other.choices },
    reads: { ...one.reads, ...other.reads },
    checkReads: { ...one.checkReads, ...other.checkReads },
  })),
);

test('warnings are as many in the boxes, in the sum and in the list; what isn’t checked is none', () => {
  const most = { boxes: 0, warned: 0 };
  for (const wanted of [...cases, ...pairs]) {
    const lines = linesFor(wanted);
    const { settled } = preflightFor(wanted).view;
    const ofRules = findingsOf(settled).warned.filter(isParticular).length;
    const { warned } = vmSumOf(lines);
    expect(warned).toBe(ofRules + lines.filter(({ warns }) => warns).length);
    const named = warnedNames(heldLines(lines)).length;
    const boxes = (named === 0 && ofRules === 0 ? 0 : vmWarningsToRead(lines)) + named;
    // A host name alone asks for nothing.
    expect([0, warned]).toContain(boxes);
    const needsTick = lines.some(({ own, state }) => own?.state === 'warned' && state !== 'failed');
    expect(boxes > 0).toBe(needsTick || ofRules > 0);
    most.boxes = Math.max(most.boxes, boxes);
    most.warned = Math.max(most.warned, warned);
  }
  expect(most).toEqual({ boxes: 3, warned: 3 });
});

describe('what could refuse the restore of a VM', () => {
  test('has a check, or is not looked at: 23 rows', () => {
    expect(refusers).toHaveLength(23);
    const byCheck = refusers.flatMap(([, { by }]) => (by === null ? [] : [by]));
    // One check is of what comes after the restore: nothing refuses that.
    const refusing = CHECKS.filter(({ isShownOnly = false }) => !isShownOnly);
    expect(byCheck.toSorted()).toEqual(refusing.map(({ id }) => id).toSorted());
  });

  test('is looked at in the kinds of restore that it says, whatever was read', () => {
    const seen = new Map<string, Set<string>>();
    for (const wanted of cases) {
      const kind = exampleView(wanted.choices).shown.option;
      for (const { id } of linesFor(wanted)) {
        seen.set(id, (seen.get(id) ?? new Set()).add(kind ?? ''));
      }
    }
    for (const [id, { by, in: kinds }] of refusers) {
      const others = [...(seen.get(by ?? '') ?? [])].filter(
        (kind) => !kinds.some((one) => one === kind),
      );
      expect([id, others]).toEqual([id, []]);
    }
  });

  test.each<[VmKind, Case['choices'], number]>([
    ['createVm', AS_NEW_VM, 7],
    ['restoreDisks', {}, 6],
    ['replaceDisks', AS_REPLACEMENT, 6],
  ])('leaves something out in %s', (kind, choices, count) => {
    const view = exampleView(choices);
    expect(view.shown.option).toBe(kind);
    expect(vmNotLookedAt(view)).toHaveLength(count);
  });

  test('names each setting of the VM, its disks, the account and the set that nothing reads', () => {
    const reads = exampleReads();
    const [account] = known(reads.accounts) ?? [];
    const [set] = known(reads.encryptionSets) ?? [];
    const machine = exampleMachine({ unread: ['host', 'spot'] });
    const withUnread = {
      ...reads,
      machine: read(machine),
      disks: [
        read({ ...exampleManagedDisk(machine.id), unread: ['spot', 'diskPublicAccess'] as const }),
      ],
      accounts: read(account === undefined ? [] : [{ ...account, unread: ['perimeter'] as const }]),
      encryptionSets: read(
        set === undefined ? [] : [{ ...set, unread: ['keySubscription'] as const }],
      ),
    };
    const names = (choices: Case['choices']) =>
      vmNotLookedAt(exampleView(choices, withUnread)).slice(6);
    expect(names({})).toEqual([
      'dedicated host',
      'Spot priority',
      'public access to the disks',
      'network security perimeter',
    ]);
    const disks = [{ ...exampleDisk, encryptionSetId: set?.id ?? null }];
    const underKey = { ...withUnread, machine: read({ ...machine, disks }) };
    expect(vmNotLookedAt(exampleView({}, underKey))).toContain('subscription of the key');
    expect(names({ staging: null })).not.toContain('network security perimeter');
    // Of an option that isn't chosen nothing shows.
    expect(vmNotLookedAt(exampleView({ option: null }, withUnread))).toEqual([]);
  });
});

const job = (itemName: string): Job => ({
  id: resourceId(`/vaults/testVault/backupJobs/of-${itemName}`),
  name: 'job',
  vaultName: 'testVault',
  itemName,
  operation: 'Restore',
  status: 'inProgress',
  statusWord: 'InProgress',
  startedAt: instant(0),
  endedAt: null,
  durationMs: null,
  isCancellable: false,
});

type Bag = Readonly<Record<string, string>>;

/** A restore in progress that reports a kind and what is in its bag; null: the job couldn't be read. */
function running(kind: RestoreKind | null, bag: Bag | null, itemName = 'testVM'): RunningRestore {
  const own = job(itemName);
  const details: JobDetails | null = bag && {
    ...own,
    percent: null,
    remainingMs: null,
    tasks: [],
    properties: Object.entries(bag).map(([name, value]) => ({ name, value })),
    errors: [],
    activityId: null,
    bytes: null,
    restoreKind: kind,
    verdictBy: 'subtasks',
  };
  return { job: own, details, target: vaultJobs.targetOf(own, details) };
}

const group = { 'Target resource group': 'TARGETRG' };
const newVm = { ...group, 'Target VM Name': 'NEWVM' };
const lineWith = (choices: Case['choices'], ...all: RunningRestore[]) =>
  lineFor('sameTarget', { choices, checkReads: { runningRestores: read(all) } });

type Row = [
  what: string,
  choices: Case['choices'],
  running: RunningRestore[],
  found?: RegExp,
  state?: CheckState,
];
const none = /No restore in progress has this target/;
const ofSource = /has this target\. .* 1 restore from a VM named testVM is in progress/;

describe('a restore to the same target that is in progress', () => {
  test.each<Row>([
    ['none at all', AS_NEW_VM, []],
    ['the same new VM', AS_NEW_VM, [running('createVm', newVm)], /creating newVM in targetRG/],
    [
      'the same new VM, of another machine',
      AS_NEW_VM,
      [running('createVm', newVm, 'otherVM')],
      /creating newVM/,
    ],
    [
      'another new VM',
      AS_NEW_VM,
      [running('createVm', { ...newVm, 'Target VM Name': 'elsewhere' })],
    ],
    [
      'the same name in another group',
      AS_NEW_VM,
      [running('createVm', { ...newVm, 'Target resource group': 'testRG' })],
      /creating NEWVM in testRG\. Azure Backup accepts a VM name only once in a subscription/,
    ],
    [
      'the same names in another subscription',
      AS_NEW_VM,
      [running('createVm', { ...newVm, 'Target Subscription ID': OTHER_SUB })],
    ],
    ['disks, where a new VM is wanted', AS_NEW_VM, [running('restoreDisks', group)]],
    ['an empty bag', AS_NEW_VM, [running(null, {})], /A restore of testVM .* might be the same/],
    ['jobs that ', AS_NEW_VM, [running(null, null), running(null, null)], /2 restores/],
    [
      'an empty bag of another machine',
      AS_NEW_VM,
      [running(null, {}, 'otherVM')],
      /another VM .* doesn’t report/,
      'notChecked',
    ],
    ['disks into the same group', {}, [running('restoreDisks', group)], /disks of its own/],
    ['disks into another group', { rg: 'testRG' }, [running('restoreDisks', group)]],
    ['disks of another machine', {}, [running('restoreDisks', group, 'otherVM')]],
    ['an empty bag where disks are wanted', {}, [running(null, {})], /might be the same/],
    [
      'the same replacement',
      AS_REPLACEMENT,
      [running('replaceDisks', {})],
      /replacing the disks of testVM/,
    ],
    [
      'a replacement of the namesake in another group',
      AS_REPLACEMENT,
      [running('replaceDisks', { 'Target resource group': 'otherRG' })],
      ofSource,
      'passed',
    ],
    [
      'disks, where they are replaced',
      AS_REPLACEMENT,
      [running('restoreDisks', group)],
      ofSource,
      'passed',
    ],
    ['a replacement of another machine', AS_REPLACEMENT, [running('replaceDisks', {}, 'otherVM')]],
  ])('%s', (_, ...[choices, all, found, state = found ? 'warned' : 'passed']) => {
    const line = lineWith(choices, ...all);
    expect(line?.state).toBe(state);
    expect(line?.found).toMatch(found ?? none);
    expect(line?.remedies.map(({ kind }) => kind)).toEqual(
      state === 'passed' && found === undefined ? [] : all.map(() => 'job'),
    );
  });

  test('leads to each job, with what it restores and since when', () => {
    const line = lineWith(AS_NEW_VM, running('createVm', newVm), running(null, {}));
    const to = { kind: 'job', address: jobAddress(job('testVM').id), machine: 'testVM', since: 0 };
    expect(line?.remedies).toEqual([to, to]);
    expect(line?.found).toMatch(/creating newVM.*might be the same/);
  });

  test('is not checked where it , and being checked before', () => {
    const stateOf = (runningRestores: Read<readonly RunningRestore[]>) =>
      lineFor('sameTarget', { checkReads: { runningRestores } })?.state;
    expect(stateOf(forbidden)).toBe('notChecked');
    expect(stateOf(loading)).toBe('checking');
    expect(stateOf({ state: 'not asked' })).toBe('notChecked');
  });

  test('is nothing to look for while there is no target', () => {
    expect(lineFor('sameTarget', { choices: { rg: null } })).toBeUndefined();
    expect(lineFor('sameTarget', { choices: { ...AS_NEW_VM, vmName: null } })).toBeUndefined();
  });
});
