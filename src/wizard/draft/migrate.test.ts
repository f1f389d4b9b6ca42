import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrated } from '#src/wizard/draft/migrate.ts';
import { DRAFT_VERSION, newDraft } from '#src/wizard/draft/schema.ts';
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

test('a draft of version 2 becomes one of today, with no question answered', () => {
  fc.assert(
    fc.property(draftOf2, (stored) => {
      expect(parseDraft(JSON.stringify(stored))).toEqual({
        ok: true,
        value: {
          ...stored,
          version: DRAFT_VERSION,
          choices: {
            ...stored.choices,
            dc: null,
            otherDcReachable: null,
            isolatedNetwork: null,
            domainJoined: null,
            domainTrouble: null,
            isSql: null,
            cloudInit: null,
            regionView: 'primary',
            outage: null,
            diskMode: 'ALR',
            diskName: null,
            consequenceRead: false,
          },
        },
      });
    }),
  );
});

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

test('a draft of version 3 keeps its answers, goes to the primary region, and says nothing of an outage', () => {
  fc.assert(
    fc.property(draftOf3, (stored) => {
      expect(parseDraft(JSON.stringify(stored))).toEqual({
        ok: true,
        value: {
          ...stored,
          version: DRAFT_VERSION,
          choices: {
            ...stored.choices,
            regionView: 'primary',
            outage: null,
            diskMode: 'ALR',
            diskName: null,
            consequenceRead: false,
          },
        },
      });
    }),
  );
});

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

test('a draft of version 4 goes to another place, and names no disk', () => {
  fc.assert(
    fc.property(draftOf4, (stored) => {
      expect(parseDraft(JSON.stringify(stored))).toEqual({
        ok: true,
        value: {
          ...stored,
          version: DRAFT_VERSION,
          choices: { ...stored.choices, diskMode: 'ALR', diskName: null, consequenceRead: false },
        },
      });
    }),
  );
});

const draftOf5 = fc
  .tuple(draftOf4, fc.record({ diskMode: fc.constantFrom('ALR', 'OLR'), diskName: text }))
  .map(([draft, more]) => ({ ...draft, version: 5, choices: { ...draft.choices, ...more } }));

test('a draft of version 5 has not ticked what cannot be undone, nor has what was asked of Azure', () => {
  fc.assert(
    fc.property(draftOf5, fc.boolean(), (draft, wasSent) => {
      const stored = wasSent ? { ...draft, asked: draft.choices } : draft;
      const choices = { ...draft.choices, consequenceRead: false };
      expect(parseDraft(JSON.stringify(stored))).toEqual({
        ok: true,
        value: {
          ...draft,
          version: DRAFT_VERSION,
          choices,
          ...(wasSent ? { asked: choices } : {}),
        },
      });
    }),
  );
});

test('a damaged draft of version 2 is kept as text', () => {
  const stored = JSON.stringify({ ...example, version: 2 });
  expect(parseDraft(stored)).toEqual({ ok: false, reason: { kind: 'broken', text: stored } });
});

describe('a draft of version 1', () => {
  test('becomes one of today with everything in it, and the choices of today not made yet', () => {
    fc.assert(
      fc.property(draftOf1, (stored) => {
        expect(parseDraft(JSON.stringify(stored))).toEqual({
          ok: true,
          value: {
            ...stored,
            version: DRAFT_VERSION,
            choices: { ...newDraft('', 0).choices, ...stored.choices },
          },
        });
      }),
    );
  });

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
    [
      'without the choice of a point',
      { ...example, choices: { ...example?.choices, point: undefined } },
    ],
    ['with a choice nobody knows', { ...example, choices: { ...example?.choices, rg: 7 } }],
    ['with a submission nobody knows', { ...example, submission: { state: 'dreaming' } }],
    ['without its id', { ...example, id: undefined }],
  ])('that is damaged, %s, is kept as text', (_, damaged) => {
    const stored = JSON.stringify(damaged);
    expect(parseDraft(stored)).toMatchObject({ ok: false, reason: { text: stored } });
  });
});

test.each([0, DRAFT_VERSION + 1, 99, -1, 1.5])('nobody brings version %d to today', (version) => {
  expect(migrated({ ...example, version })).toBeNull();
  const stored = JSON.stringify({ ...example, version });
  expect(parseDraft(stored)).toEqual({
    ok: false,
    reason: { kind: 'otherVersion', version, text: stored },
  });
});

test.each([{}, { version: '1' }, { version: null }, []])('%j is no draft', (stored) => {
  expect(migrated(stored)).toBeNull();
});
