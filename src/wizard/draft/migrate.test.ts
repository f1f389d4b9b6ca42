import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DRAFT_VERSION, migrated } from '#src/wizard/draft/schema.ts';
import { newDraft, vmChoices, vmDraft, vmFields } from '#src/datasources/azure-vm/choices.ts';
import { parseDraft } from '#src/wizard/draft/store.ts';

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
const sent = { clientRequestId: 'c', sentAt: 5 };
const operation = { pollUrl: 'https://a/b', pollKind: 'status', retryAfterMs: 60_000 };
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
    { state: 'sending', ...sent },
    { state: 'accepted', ...sent, operation },
    { state: 'lost', ...sent },
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
