import * as fc from 'fast-check';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { ArmError } from '#src/api/arm/error.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import {
  createDraft,
  EXAMPLE_CHOICES,
  exampleDraft,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import type { NamedJob } from '#src/api/queries/named-job.ts';
import { instant } from '#src/lib/time.ts';
import type { FoundJob } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  draftOfJob,
  openDrafts,
  settleUnreadable,
  unreadableSent,
} from '#src/wizard/draft/drafts.ts';
import { type Attempt, attemptOf, type Submission } from '#src/wizard/draft/schema.ts';
import { openAttemptsOn } from '#src/wizard/draft/sent.ts';
import { changeDraft, draftState } from '#src/wizard/draft/store.ts';
import {
  adoptJob,
  comparedLate,
  disown,
  disownJob,
  lookForEarlier,
  openAgain,
  operationEnded,
  ownAgain,
  pressOf,
  recordAnswer,
  recordMaybeDone,
  recordRefusal,
  unreadableEnded,
} from '#src/wizard/submit/follow.ts';
import { readAfterRefusal } from '#src/wizard/submit/latest-reads.ts';
import { storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

const operation = { pollUrl: '/o', pollKind: 'status', retryAfterMs: 60_000 } as const;
const attempt = { clientRequestId: 'c', sentAt: 1_000_000, before: ['/jobs/old'] };
const byId = (requestId: string | null, startedAt: number | null = null) => ({
  job: { requestId, startedAt: startedAt === null ? null : instant(startedAt) },
  ours: null,
});
/** The job that the answer names has the ID of the request. */
const OURS = byId('c');
const likely = (id: string, requestId: string | null = null) => ({ id: resourceId(id), requestId });
const refused = { state: 'refused', code: null, message: '', requestId: null } as const;

function draftWith(submission: Submission): string {
  const id = createDraft(EXAMPLE_CHOICES);
  changeDraft(id, (draft) => ({ ...draft, submission }));
  return id;
}
const accepted = () => draftWith({ state: 'accepted', ...attempt, operation });
const open = ['sending', 'lost'] as const;
const stateOf = (state: (typeof open)[number]): Submission => ({ state, ...attempt });

describe('the operation that was accepted', () => {
  const gone = new ArmError({
    kind: 'refused',
    status: 404,
    code: null,
    message: '',
    requestId: null,
    missingAction: null,
    body: '',
  });
  const vault = `/subscriptions/${SUB}/resourceGroups/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault`;

  test('ends in its job, and what was open before it with it', () => {
    const id = accepted();
    changeDraft(id, (draft) => ({ ...draft, earlier: attempt }));
    operationEnded(id, { status: 'started', jobId: `${vault}/backupJobs/job-1` }, null, OURS);
    expect(submissionOf(id)).toEqual({
      state: 'job',
      jobId: `${vault}/backupJobs/job-1`,
      isAdopted: false,
      attempt,
    });
    expect(storedDraft(id).earlier).toBeUndefined();
  });

  test('that names no job, or is forgotten, was still accepted: its job has to be found', () => {
    const nameless = accepted();
    operationEnded(nameless, { status: 'started', jobId: null }, null, OURS);
    const forgotten = accepted();
    operationEnded(forgotten, undefined, gone, OURS);
    for (const id of [nameless, forgotten]) {
      expect(submissionOf(id)).toEqual({ state: 'accepted', ...attempt, operation: null });
      openAgain(id);
      expect(submissionOf(id).state).toBe('accepted');
    }
  });

  test('that failed says why, which group it leaves, and when its job was looked for', () => {
    const id = draftWith({ state: 'accepted', ...attempt, operation, groupMade: 'rg-new' });
    const reason = { code: 'C', message: 'M', requestId: 'R' };
    operationEnded(id, { status: 'failed', ...reason }, null, OURS);
    expect(submissionOf(id)).toMatchObject({
      state: 'lost',
      answer: { kind: 'failure', status: null, ...reason },
    });
    recordRefusal(id, instant(5));
    expect(submissionOf(id)).toEqual({
      state: 'refused',
      ...reason,
      attempt: { ...attempt, groupMade: 'rg-new' },
      lookedAt: 5,
    });
  });

  test.each([
    ['conflict', 400, 'error'],
    ['failure', null, 'unreadable'],
  ] as const)(
    '%s, after which the result was seen, is no refusal to a later look',
    (kind, status, left) => {
      const reason = { code: 'C', message: 'M', requestId: 'R' };
      const id = draftWith({ state: 'lost', ...attempt, answer: { kind, status, ...reason } });
      recordMaybeDone(id);
      recordRefusal(id, instant(5));
      expect(submissionOf(id)).toEqual({
        state: 'lost',
        ...attempt,
        answer: { kind: left, status, ...reason },
      });
    },
  );

  test('that still runs, or can’t be read, changes nothing', () => {
    const id = accepted();
    const before = submissionOf(id);
    const next = { pollUrl: '', pollKind: 'status', retryAfterMs: 1 } as const;
    operationEnded(id, { status: 'running', next }, null, OURS);
    operationEnded(id, undefined, new Error('offline'), OURS);
    operationEnded(id, undefined, null, OURS);
    expect(submissionOf(id)).toEqual(before);
  });

  test('heard of late does not undo what was decided since', () => {
    const id = accepted();
    adoptJob(id, likely('/jobs/found'), 'hand');
    operationEnded(id, { status: 'failed', code: null, message: 'M', requestId: null }, null, OURS);
    operationEnded(id, undefined, gone, OURS);
    expect(submissionOf(id)).toMatchObject({ jobId: '/jobs/found', isAdopted: true });
  });
});

describe('the job that an answer led to', () => {
  const NAMED = '/jobs/named';
  const UNREAD = { job: null, ours: null };
  const MINUTE_MS = 60_000;
  const followed = (named: NamedJob, more: Partial<Attempt> = {}): string => {
    const id = draftWith({ state: 'accepted', ...attempt, ...more, operation });
    operationEnded(id, { status: 'started', jobId: NAMED }, null, named);
    return id;
  };
  const searched = { state: 'accepted', operation: null };
  const taken = { state: 'job', jobId: NAMED, isAdopted: false };
  const doubted = { state: 'job', jobId: NAMED, isAdopted: true, foundBy: 'answer' };
  const found: FoundJob = {
    id: resourceId('/jobs/ours'),
    name: 'ours',
    startedAt: null,
    isNamed: true,
    requestId: 'c',
  };
  const there = { before: ['/JOBS/named'] };
  const service = { clock: 'service' } as const;
  const early = attempt.sentAt - MINUTE_MS - 1;

  test.each<[what: string, named: NamedJob, press: Partial<Attempt>, becomes: object]>([
    ['has our ID', OURS, {}, taken],
    ['has our ID, and was there before', OURS, there, taken],
    ['has our ID, and began before', byId('c', early), service, taken],
    ['reports no ID', byId(null), {}, taken],
    ['can’t be read', UNREAD, {}, { ...taken, isUncompared: true }],
    ['can’t be read, and was there before', UNREAD, there, searched],
    ['has another ID, and was there before', byId('theirs'), there, searched],
    ['has another ID, and is new', byId('theirs'), {}, doubted],
    ['has another ID, and began over a minute before', byId('theirs', early), service, searched],
    ['has another ID, and began a minute before', byId('theirs', early + 1), service, doubted],
    ['has another ID, and began before by another clock', byId('theirs', early), {}, doubted],
    [
      'has another ID, and another job has ours',
      { ...byId('theirs'), ours: found },
      {},
      { state: 'job', jobId: '/jobs/ours', isAdopted: true, foundBy: 'id' },
    ],
    [
      'has the ID of an earlier press',
      byId('b'),
      { earlier: [{ clientRequestId: 'b', sentAt: 2 }] },
      { ...doubted, foundBy: 'earlierId', attempt: { clientRequestId: 'b' } },
    ],
  ])('%s', (_, named, press, becomes) => {
    expect(submissionOf(followed(named, press))).toMatchObject(becomes);
  });

  test.each([
    ['has another ID', byId('theirs'), searched],
    ['can’t be read', UNREAD, searched],
    ['has our ID', OURS, taken],
  ])('is another draft’s, and %s', (_, named, becomes) => {
    draftWith({ state: 'job', jobId: '/Jobs/named', isAdopted: false });
    expect(submissionOf(followed(named))).toMatchObject(becomes);
  });

  test('is not followed before it was compared', () => {
    const id = accepted();
    operationEnded(id, { status: 'started', jobId: NAMED }, null, null);
    expect(submissionOf(id)).toMatchObject({ state: 'accepted', operation });
  });

  test.each<[what: string, named: NamedJob, becomes: object]>([
    ['still can’t be', UNREAD, { ...taken, isUncompared: true }],
    ['has our ID', OURS, taken],
    ['has another ID, and is new', byId('theirs'), doubted],
    ['has another ID, and began before', byId('theirs', early), searched],
  ])('and couldn’t be read is compared once it can: it %s', (_, named, becomes) => {
    const id = followed(UNREAD, service);
    comparedLate(id, named);
    expect(submissionOf(id)).toMatchObject(becomes);
    const isKnown = 'isUncompared' in becomes;
    expect('isUncompared' in submissionOf(id)).toBe(isKnown);
    expect(watchedJobs().some(({ jobId }) => jobId === NAMED)).toBe('jobId' in becomes);
  });

  test('and has another ID can be given back: the restore was accepted', () => {
    const id = followed(byId('theirs'));
    disownJob(id, NAMED);
    expect(submissionOf(id)).toMatchObject({ ...searched, notOurs: [NAMED] });
  });

  test('and has another ID says since when no other was known', () => {
    const id = followed(byId('theirs'));
    expect(submissionOf(id)).toHaveProperty('foundAt');
  });
});

describe('a job that was found', () => {
  test('is adopted only while the outcome is open', () => {
    for (const submission of [refused, { state: 'none' }] as const) {
      const id = draftWith(submission);
      adoptJob(id, likely('/jobs/found'), 'hand');
      expect(submissionOf(id)).toEqual(submission);
    }
    const id = draftWith(stateOf('lost'));
    adoptJob(id, likely('/jobs/found'), 'hand');
    adoptJob(id, likely('/jobs/other'), 'hand');
    expect(submissionOf(id)).toEqual({
      state: 'job',
      jobId: '/jobs/found',
      isAdopted: true,
      foundBy: 'hand',
      attempt,
    });
  });

  test.each([
    [null, 'target', 'target', 'c'],
    ['theirs', 'hand', 'hand', 'c'],
    ['C', 'target', 'id', 'c'],
    ['c', 'hand', 'id', 'c'],
    ['c (edited)', 'target', 'id', 'c'],
    ['b', 'target', 'earlierId', 'b'],
  ] as const)('says how it was found: %s', (requestId, otherwise, foundBy, clientRequestId) => {
    const earlier = [
      { clientRequestId: 'b', sentAt: 2 },
      { clientRequestId: 'a', sentAt: 1 },
    ];
    const id = draftWith({ state: 'lost', ...attempt, earlier });
    adoptJob(id, likely('/jobs/found', requestId), otherwise);
    expect(submissionOf(id)).toMatchObject({ state: 'job', isAdopted: true, foundBy });
    const pressed = attemptOf(submissionOf(id));
    expect(pressed?.clientRequestId).toBe(clientRequestId);
    // The press that led to it comes first; no ID is forgotten.
    expect(pressed && pressOf(pressed)).toMatchObject({ sentAt: 1, before: attempt.before });
    expect(pressed && [...pressOf(pressed).requestIds].toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('by its ID is not undone by an answer that comes later', () => {
    const id = draftWith(stateOf('lost'));
    adoptJob(id, likely('/jobs/found', 'c'), 'target');
    const adopted = submissionOf(id);
    recordAnswer(id, attempt, () => refused);
    expect(submissionOf(id)).toEqual(adopted);
    const earlier = { clientRequestId: 'b', sentAt: 2 };
    const again = draftWith({ state: 'lost', ...attempt, earlier: [earlier] });
    adoptJob(again, likely('/jobs/found', 'b'), 'target');
    recordAnswer(again, { ...attempt, ...earlier }, () => refused);
    expect(submissionOf(again)).toMatchObject({ state: 'job', foundBy: 'earlierId' });
  });

  test('is taken from the answer to a press that another tab took for gone', () => {
    const closed = { ...refused, state: 'notSent', isPrepared: true, heldBack: 'closed' } as const;
    const id = draftWith(closed);
    recordAnswer(id, attempt, (pressed) => ({ state: 'accepted', ...pressed, operation }));
    expect(submissionOf(id)).toEqual({ state: 'accepted', ...attempt, operation });
    const calledOff = draftWith({ ...closed, heldBack: 'calledOff' });
    recordAnswer(calledOff, attempt, (pressed) => ({ state: 'accepted', ...pressed, operation }));
    expect(submissionOf(calledOff).state).toBe('notSent');
  });

  test('is given back: it is watched no more, and is never found again', () => {
    const id = draftWith(stateOf('lost'));
    adoptJob(id, likely('/jobs/found'), 'hand');
    disownJob(id, '/jobs/other');
    expect(submissionOf(id).state).toBe('job');
    disownJob(id, '/JOBS/found');
    expect(submissionOf(id)).toEqual({ state: 'lost', ...attempt, notOurs: ['/jobs/found'] });
    expect(watchedJobs().map(({ jobId }) => jobId)).not.toContain('/jobs/found');
  });

  test('is given back by a draft of before, which knows nothing of its press', () => {
    const id = draftWith({ state: 'job', jobId: '/jobs/found', isAdopted: true });
    disownJob(id, '/jobs/found');
    const lost = submissionOf(id);
    expect(lost).toMatchObject({ state: 'lost', notOurs: ['/jobs/found'] });
    expect(lost.state === 'lost' && lost.clientRequestId).toMatch(/^[\da-f-]{36}$/);
  });

  test('and was ruled out can be looked at again', () => {
    const id = draftWith(stateOf('lost'));
    disown(id, ['/jobs/1', '/jobs/2']);
    ownAgain(id);
    expect(submissionOf(id)).toEqual({ state: 'lost', ...attempt });
    const free = draftWith(refused);
    ownAgain(free);
    expect(submissionOf(free)).toEqual(refused);
  });

  test('and rejected here is recorded with the earlier ones', () => {
    const id = draftWith(stateOf('lost'));
    disown(id, ['/jobs/1']);
    disown(id, ['/jobs/2', '/jobs/3']);
    expect(submissionOf(id)).toMatchObject({ notOurs: ['/jobs/1', '/jobs/2', '/jobs/3'] });
    const free = draftWith(refused);
    disown(free, ['/jobs/1']);
    expect(submissionOf(free)).toEqual(refused);
  });
});

describe('a request that the person stops waiting for', () => {
  test.each(open)('opens the draft, and stays open beside it: %s', (state) => {
    const id = draftWith(stateOf(state));
    openAgain(id);
    expect(submissionOf(id)).toEqual({ state: 'none' });
    expect(storedDraft(id).earlier).toEqual(attempt);
  });

  test.each<Submission>([
    { state: 'preparing', ...attempt, step: 'reads' },
    { state: 'accepted', ...attempt, operation },
    { state: 'job', jobId: '/j', isAdopted: false, attempt },
    refused,
    { state: 'none' },
  ])('does not where something else is known by now: $state', (submission) => {
    const id = draftWith(submission);
    openAgain(id);
    expect(submissionOf(id)).toEqual(submission);
    expect(storedDraft(id).earlier).toBeUndefined();
  });

  test('is looked for once more', () => {
    const id = draftWith(stateOf('lost'));
    lookForEarlier(id);
    expect(submissionOf(id)).toEqual(stateOf('lost'));
    openAgain(id);
    lookForEarlier(id);
    expect(submissionOf(id)).toEqual({ state: 'lost', ...attempt });
    expect(storedDraft(id).earlier).toBeUndefined();
  });

  test('is not looked for while another one is on its way', () => {
    const id = draftWith({ state: 'accepted', ...attempt, operation });
    changeDraft(id, (draft) => ({ ...draft, earlier: attempt }));
    lookForEarlier(id);
    expect(submissionOf(id).state).toBe('accepted');
    expect(storedDraft(id).earlier).toEqual(attempt);
  });
});

/** What was read before Azure refused a restore. */

const reason = { code: null, message: '', requestId: null };
const cases: readonly (readonly [string, Submission, boolean])[] = [
  ['refused', { state: 'refused', ...reason }, true],
  ['not sent', { state: 'notSent', ...reason, isPrepared: true }, false],
  ['lost', { state: 'lost', clientRequestId: 'one', sentAt: 1 }, false],
  ['not pressed', { state: 'none' }, false],
];

test.each(cases)('is read again, or not: %s', (_, submission, isReadAgain) => {
  const client = new QueryClient();
  client.setQueryData(['machine'], 'there');
  client.setQueryData(['other'], 'there');
  const id = createDraft({});
  changeDraft(id, (draft) => ({ ...draft, submission }));
  readAfterRefusal(client, id, [['machine']]);
  expect(client.getQueryState(['machine'])?.isInvalidated).toBe(isReadAgain);
  expect(client.getQueryState(['other'])?.isInvalidated).toBe(false);
});

const storage = freshStorage();

const key = (id: string) => ownName(`draft.${id}`);
const store = (id: string, text: string) => storage.entries.set(key(id), text);
const lost: Submission = { state: 'lost', clientRequestId: 'c', sentAt: 1 };
const job: Submission = { state: 'job', jobId: '/vault/backupJobs/J', isAdopted: false };

describe('drafts that this version cannot read', () => {
  const acceptedThere = {
    state: 'accepted',
    clientRequestId: 'c',
    sentAt: 1,
    operation: { pollUrl: '/o', pollKind: 'status', retryAfterMs: 1 },
  };
  const future = (submission: unknown) => ({
    version: 99,
    submission,
    choices: { instance: exampleDraft().choices.instance, datasource: 'azure-vm', more: [1] },
    more: { kept: true },
  });

  const jobId = `${exampleVault}/backupJobs/J`;

  test('are listed where their request has left and no job came of it', () => {
    store('future', JSON.stringify(future(acceptedThere)));
    store('damaged', JSON.stringify({ version: 5, submission: lost, choices: 7 }));
    store('no choices', JSON.stringify({ submission: lost }));
    store('done', JSON.stringify(future(job)));
    store('not sent', JSON.stringify(future({ state: 'none' })));
    store('unknown', JSON.stringify(future({ state: 'flying' })));
    store('readable', JSON.stringify({ ...exampleDraft(), submission: lost }));
    expect(unreadableSent()).toMatchObject([
      { id: 'future', submission: acceptedThere, datasource: 'azure-vm' },
      { id: 'damaged', submission: lost, instance: '', datasource: 'azure-vm' },
      { id: 'no choices', submission: lost, instance: '', datasource: 'azure-vm' },
    ]);
  });

  test('are followed: what became of the request is written, and nothing else', () => {
    store('future', JSON.stringify(future(acceptedThere)));
    expect(draftState('future').draft.ok).toBe(false);
    unreadableEnded('future', { status: 'started', jobId }, null, OURS);
    const after: unknown = JSON.parse(storage.entries.get(key('future')) ?? '');
    const sentThen = { clientRequestId: 'c', sentAt: 1 };
    const submission = { state: 'job', jobId, isAdopted: false, attempt: sentThen };
    expect(after).toEqual({ ...future(acceptedThere), submission });
    expect(unreadableSent()).toEqual([]);
  });

  test('are left as they are while the operation goes on, and where nothing was accepted', () => {
    const text = JSON.stringify(future(acceptedThere));
    store('future', text);
    unreadableEnded('future', undefined, new Error('offline'), OURS);
    expect(storage.entries.get(key('future'))).toBe(text);
    const other = JSON.stringify(future(lost));
    store('lost', other);
    unreadableEnded('lost', { status: 'started', jobId }, null, OURS);
    expect(storage.entries.get(key('lost'))).toBe(other);
    settleUnreadable('nobody', lost);
    expect(storage.entries.has(key('nobody'))).toBe(false);
  });

  test('and any other text harm nothing', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('', 'null', '[]', '{"submission":null}', '{"submission":{"state":"lost"}}'),
      fc.json().map((submission) => `{"version":99,"submission":${submission}}`),
      fc
        .nat(JSON.stringify(future(acceptedThere)).length - 1)
        .map((length) => JSON.stringify(future(acceptedThere)).slice(0, length)),
    );
    fc.assert(
      fc.property(text, (garbage) => {
        resetPageState();
        store('garbage', garbage);
        for (const { submission } of unreadableSent()) expect(submission.state).not.toBe('job');
        unreadableEnded('garbage', { status: 'started', jobId: null }, null, OURS);
        openDrafts();
        draftOfJob('/j');
        openAttemptsOn('mine', exampleDraft().choices, vmModel.targetOf);
        changeDraft('garbage', (draft) => draft);
        expect(storage.entries.get(key('garbage'))).toBe(garbage);
      }),
    );
  });
});
