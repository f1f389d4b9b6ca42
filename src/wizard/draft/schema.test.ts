import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, DRAFT_VERSION, isSent, type Submission } from '#src/wizard/draft/schema.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import { parseDraft } from '#src/wizard/draft/store.ts';
import { exampleDraft } from '#src/datasources/azure-vm/testing.ts';

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
