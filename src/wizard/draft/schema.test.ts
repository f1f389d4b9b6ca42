import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diskFields } from '#src/datasources/azure-disk/fields.ts';
import { newDraft, vmChoices, vmDraft, vmFields } from '#src/datasources/azure-vm/choices.ts';
import { exampleDraft } from '#src/datasources/azure-vm/testing.ts';
import {
  type Draft,
  DRAFT_VERSION,
  isSent,
  migrated,
  type Submission,
} from '#src/wizard/draft/schema.ts';
import { parseDraft } from '#src/wizard/draft/store.ts';

const operation = {
  pollUrl: 'https://a/b?s=c%2Bd',
  pollKind: 'status',
  retryAfterMs: 60_000,
} as const;
const sent = { clientRequestId: 'c', sentAt: 5 };
const submissions: readonly Submission[] = [
  { state: 'none' },
  { state: 'sending', ...sent },
  { state: 'accepted', ...sent, operation },
  { state: 'lost', ...sent },
  { state: 'refused', code: null, message: 'M', requestId: 'r' },
  { state: 'notSent', code: null, message: 'M', requestId: null, isPrepared: true },
  { state: 'job', jobId: '/x/backupJobs/1', isAdopted: true },
];

describe('a draft that was stored', () => {
  test.each(submissions)('comes back as it was: $state', (submission) => {
    const draft: Draft = {
      ...exampleDraft(),
      submission,
      takenBack: [
        { field: 'rg', because: 'subscription' },
        { field: 'subnet', because: 'network' },
      ],
    };
    expect(parseDraft(JSON.stringify(draft))).toEqual({ ok: true, value: draft });
  });

  test('comes back whatever was typed into it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (rg, staging, rgIsNew) => {
        const draft = newDraft('d', 1, { rg, staging, rgIsNew });
        expect(parseDraft(JSON.stringify(draft))).toEqual({ ok: true, value: draft });
      }),
    );
  });
});

describe('what cannot be read is no draft, and its text is kept', () => {
  const good = exampleDraft();
  const broken: readonly [string, string][] = [
    ['cut JSON', JSON.stringify(good).slice(0, -20)],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    ['an empty object', '{}'],
    ['no choices', JSON.stringify({ ...good, choices: undefined })],
    [
      'a datasource that is no text',
      JSON.stringify({ ...good, choices: { ...good.choices, datasource: 7 } }),
    ],
    ['a submission nobody knows', JSON.stringify({ ...good, submission: { state: 'dreaming' } })],
    ['a version that is text', JSON.stringify({ ...good, version: '1' })],
  ];
  test.each(broken)('%s', (_, text) => {
    expect(parseDraft(text)).toEqual({ ok: false, reason: { kind: 'broken', text } });
  });

  test.each([0, DRAFT_VERSION + 1, 99])('version %i is reported as another one', (version) => {
    const text = JSON.stringify({ ...good, version, somethingElse: true });
    expect(parseDraft(text)).toEqual({
      ok: false,
      reason: { kind: 'otherVersion', version, text },
    });
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const parsed = parseDraft(text);
        expect(parsed.ok || parsed.reason.kind === 'missing' || parsed.reason.text === text).toBe(
          true,
        );
      }),
    );
  });
});

test('a new draft has chosen only what there is no choice about', () => {
  const { choices, submission, takenBack, version, createdAt, changedAt } = newDraft('d', 7);
  // Every other field is null, whatever fields there are.
  const chosen = Object.entries(choices).filter(([, value]) => value !== null);
  expect(Object.fromEntries(chosen)).toEqual({
    regionView: 'primary',
    group: 'createNew',
    rgIsNew: false,
    identity: 'none',
    consequenceRead: false,
    warningsRead: false,
  });
  expect(choices).toMatchObject({ instance: null, option: null, rg: null, zone: null, dc: null });
  expect({ submission, takenBack, version, createdAt, changedAt }).toEqual({
    submission: { state: 'none' },
    takenBack: [],
    version: DRAFT_VERSION,
    createdAt: 7,
    changedAt: 7,
  });
});

test('was sent from the moment that its request is about to leave', () => {
  const open = submissions.filter((submission) => !isSent(submission));
  expect(open.map(({ state }) => state)).toEqual(['none', 'refused', 'notSent']);
});

/** Version 1, written out as it was stored: it never changes again. */
const text = fc.option(fc.string());
const choicesOf1 = fc.record({
  datasource: fc.constantFrom(null, 'azure-vm', 'azure-disk'),
  instance: text,
  point: text,
  group: fc.constantFrom(null, 'createNew'),
  option: fc.constantFrom(null, 'restoreDisks'),
  subscription: text,
  rg: text,
  rgIsNew: fc.boolean(),
  staging: text,
  diskAccess: fc.constantFrom(null, 'same', 'public', 'private'),
  diskAccessId: text,
  warningsRead: fc.boolean(),
});
const sentOf1 = { clientRequestId: 'c', sentAt: 5 };
const operationOf1 = { pollUrl: 'https://a/b', pollKind: 'status', retryAfterMs: 60_000 };
const draftOf1 = fc.record({
  id: fc.uuid(),
  version: fc.constant(1),
  createdAt: fc.nat(),
  changedAt: fc.nat(),
  choices: choicesOf1,
  takenBack: fc.subarray([
    { field: 'point', because: 'instance' },
    { field: 'rg', because: 'subscription' },
    { field: 'staging', because: 'subscription' },
  ]),
  submission: fc.constantFrom(
    { state: 'none' },
    { state: 'sending', ...sentOf1 },
    { state: 'accepted', ...sentOf1, operation: operationOf1 },
    { state: 'lost', ...sentOf1 },
    { state: 'refused', code: 'C', message: 'M', requestId: null },
    { state: 'job', jobId: '/j', isAdopted: true },
  ),
});
const [example] = fc.sample(draftOf1, { seed: 1, numRuns: 1 });

/** Version 2, which knew the three restores and asked nothing about the machine. */
const choicesOf2 = fc.record({
  vmName: text,
  vnet: text,
  subnet: text,
  zone: text,
  restoreAsManaged: fc.option(fc.boolean()),
  diskEncryptionSet: text,
  identity: fc.constantFrom('none', 'system', 'user'),
  identityId: text,
  confirmReplace: text,
});
const draftOf2 = fc
  .tuple(draftOf1, choicesOf2)
  .map(([draft, more]) => ({ ...draft, version: 2, choices: { ...draft.choices, ...more } }));

/** Version 3, which asked about the machine, knew one region, and not whether something is down. */
const draftOf3 = fc
  .tuple(
    draftOf2,
    fc.record({
      dc: fc.constantFrom(null, 'none', 'multi-domain-forest'),
      otherDcReachable: fc.constantFrom(null, 'yes'),
      isolatedNetwork: fc.constantFrom(null, 'no'),
      domainJoined: fc.constant(null),
      domainTrouble: fc.constant(null),
      isSql: fc.constantFrom(null, 'yes', 'no'),
      cloudInit: fc.constant(null),
    }),
  )
  .map(([draft, more]) => ({ ...draft, version: 3, choices: { ...draft.choices, ...more } }));

/** Version 4, which restored machines alone. */
const draftOf4 = fc
  .tuple(
    draftOf3,
    fc.record({
      regionView: fc.constantFrom('primary', 'secondary'),
      outage: fc.constantFrom(null, 'none', 'zone'),
    }),
  )
  .map(([draft, more]) => ({ ...draft, version: 4, choices: { ...draft.choices, ...more } }));

const draftOf5 = fc
  .tuple(draftOf4, fc.record({ diskMode: fc.constantFrom('ALR', 'OLR'), diskName: text }))
  .map(([draft, more]) => ({ ...draft, version: 5, choices: { ...draft.choices, ...more } }));

/** What a task reads of a draft, with what the version lacked. */
const today = newDraft('', 0).choices;
const ofToday = (choices: object) => {
  const {
    diskMode: _mode,
    diskName: _name,
    ...rest
  } = { diskMode: null, diskName: null, ...choices };
  return { ...today, ...rest };
};

test.each([
  [1, draftOf1],
  [2, draftOf2],
  [3, draftOf3],
  [4, draftOf4],
  [5, draftOf5],
] as const)('a draft of version %d becomes one of today with everything in it', (_, drafts) => {
  fc.assert(
    fc.property(fc.oneof(drafts), fc.boolean(), (draft, wasSent) => {
      const stored = wasSent ? { ...draft, asked: draft.choices } : draft;
      const parsed = parseDraft(JSON.stringify(stored));
      expect(parsed).toEqual({ ok: true, value: { ...stored, version: DRAFT_VERSION } });
      if (!parsed.ok) return;
      expect(vmFields.canRead(parsed.value.choices)).toBe(true);
      expect(vmChoices(parsed.value.choices)).toEqual(ofToday(draft.choices));
      expect(vmDraft(parsed.value).asked).toEqual(wasSent ? ofToday(draft.choices) : undefined);
    }),
  );
});

describe('a draft of version 1', () => {
  test('is not changed itself', () => {
    const before = JSON.stringify(example);
    migrated(example ?? {});
    expect(JSON.stringify(example)).toBe(before);
  });

  test.each([
    ['without its choices', { ...example, choices: undefined }],
    ['with text for choices', { ...example, choices: 'all' }],
    ['with null for choices', { ...example, choices: null }],
    ['with a list for choices', { ...example, choices: [1] }],
    ['with no choice at all', { ...example, choices: {} }],
    ['with a list in a choice', { ...example, choices: { ...example?.choices, rg: [7] } }],
    ['with a submission nobody knows', { ...example, submission: { state: 'dreaming' } }],
    ['without its id', { ...example, id: undefined }],
  ])('that is damaged, %s, is kept as text', (_, damaged) => {
    const stored = JSON.stringify(damaged);
    expect(parseDraft(stored)).toMatchObject({ ok: false, reason: { text: stored } });
  });
});

test.each([0, DRAFT_VERSION + 1, 99, -1, 1.5])(
  'version %d has no migration to the current one',
  (version) => {
    expect(migrated({ ...example, version })).toBeNull();
    const stored = JSON.stringify({ ...example, version });
    expect(parseDraft(stored)).toEqual({
      ok: false,
      reason: { kind: 'otherVersion', version, text: stored },
    });
  },
);

test.each([{}, { version: '1' }, { version: null }, []])('%j is no draft', (stored) => {
  expect(migrated(stored)).toBeNull();
});

test('a choice that no version knew is not read as another one', () => {
  expect(vmFields.canRead({ ...today, rg: 7 })).toBe(false);
  expect(vmFields.canRead({ ...today, option: 'tape' })).toBe(false);
  expect(vmChoices({ ...today, rg: 7, vmName: 'app' })).toEqual({ ...today, vmName: 'app' });
});

/** One draft of each version with all its fields, as that version stored it: none changes again. */

const head = { id: 'd', createdAt: 1, changedAt: 2, takenBack: [] };
const unsent = { submission: { state: 'none' } };
const pressed = { clientRequestId: 'c', sentAt: 5 };
const polled = { pollUrl: 'https://management.azure.com/o', pollKind: 'status' };

const first = {
  datasource: 'azure-vm',
  instance: '/v/protectedItems/VM;rg;app01',
  point: '7',
  group: 'createNew',
  option: 'restoreDisks',
  subscription: 's',
  rg: 'target',
  rgIsNew: true,
  staging: '/account',
  diskAccess: 'same',
  diskAccessId: null,
  warningsRead: true,
};
/** Its confirmation had a name of its own, and was of no use. */
const second = {
  ...first,
  option: 'createVm',
  vmName: 'new',
  vnet: '/vnet',
  subnet: 'one',
  zone: '1',
  restoreAsManaged: true,
  diskEncryptionSet: '/set',
  identity: 'user',
  identityId: '/identity',
  confirmation: 'app01',
};
const questions = {
  dc: 'none',
  otherDcReachable: null,
  isolatedNetwork: 'no',
  domainJoined: null,
  domainTrouble: null,
  isSql: 'yes',
  cloudInit: null,
};
const { confirmation: _ofSecond, ...kept } = second;
const third = { ...kept, confirmReplace: null, ...questions };
const fourth = { ...third, regionView: 'secondary', outage: 'zone' };
const fifth = { ...fourth, diskMode: 'ALR', diskName: null };
const ofDisk = {
  ...fifth,
  datasource: 'azure-disk',
  instance: '/bv/backupInstances/data-0-data-0-1',
  diskName: 'restored',
};

const accepted = {
  submission: { state: 'accepted', ...pressed, operation: { ...polled, retryAfterMs: 60_000 } },
};
const asJob = {
  submission: { state: 'job', jobId: '/v/backupJobs/j', isAdopted: false, attempt: pressed },
};

/** What a version before had not: today's own emptiness of it. */
const lacked = {
  2: { confirmReplace: null },
  3: { dc: null, otherDcReachable: null, isolatedNetwork: null, isSql: null },
  4: { regionView: 'primary', outage: null },
  6: { consequenceRead: false },
};

describe('of a VM', () => {
  test.each([
    [
      1,
      first,
      accepted,
      { vmName: null, identity: 'none', ...lacked[2], ...lacked[3], ...lacked[4] },
    ],
    [2, second, accepted, { ...lacked[2], ...lacked[3], ...lacked[4] }],
    [3, third, unsent, lacked[4]],
    [4, fourth, asJob, {}],
    [5, fifth, accepted, {}],
  ])(
    'a draft of version %d is read with all that was chosen',
    (version, choices, submitted, lacks) => {
      const parsed = parseDraft(JSON.stringify({ ...head, version, choices, ...submitted }));
      expect(parsed).toMatchObject({ ok: true, value: { ...head, choices, ...submitted } });
      if (!parsed.ok) return;
      expect(vmFields.canRead(parsed.value.choices)).toBe(true);
      const { confirmation: _useless, ...same } = { confirmation: null, ...choices };
      const { diskMode: _mode, diskName: _name, ...ofVm } = { diskMode: 0, diskName: 0, ...same };
      expect(vmFields.choicesOf(parsed.value.choices)).toMatchObject({
        ...ofVm,
        ...lacks,
        ...lacked[6],
      });
    },
  );
});

describe('of a disk', () => {
  test.each([
    ['1, which could only choose that', 1, { ...first, datasource: 'azure-disk', instance: null }],
    ['5, which had the fields of VMs, too', 5, ofDisk],
  ])('a draft of version %s is read with all that was chosen', (_, version, choices) => {
    const parsed = parseDraft(JSON.stringify({ ...head, version, choices, ...unsent }));
    expect(parsed).toMatchObject({ ok: true, value: { choices } });
    if (!parsed.ok) return;
    expect(diskFields.canRead(parsed.value.choices)).toBe(true);
    const { datasource, instance, point, subscription, rg } = choices;
    const diskName = 'diskName' in choices ? choices.diskName : null;
    expect(diskFields.choicesOf(parsed.value.choices)).toEqual({
      datasource,
      instance,
      point,
      subscription,
      rg,
      diskName,
      diskMode: 'ALR',
      warningsRead: true,
      consequenceRead: false,
    });
  });
});

test('of choices of two datasources each task reads its own, and none is lost', () => {
  const stored = { ...head, version: 6, choices: { ...ofDisk, vmName: 'app' }, ...unsent };
  const parsed = parseDraft(JSON.stringify(stored));
  if (!parsed.ok) throw new Error('It can be read.');
  const { choices } = parsed.value;
  expect(choices).toEqual(stored.choices);
  expect(vmFields.choicesOf(choices)).toMatchObject({ vmName: 'app' });
  expect(vmFields.choicesOf(choices)).not.toHaveProperty('diskName');
  expect(diskFields.choicesOf(choices)).toMatchObject({ diskName: 'restored' });
  expect(diskFields.choicesOf(choices)).not.toHaveProperty('vmName');
});
