import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { exampleDraft } from '#src/datasources/azure-vm/testing.ts';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import {
  draftOfJob,
  openDrafts,
  settleUnreadable,
  unreadableSent,
} from '#src/wizard/draft/drafts.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import { openAttemptsOn } from '#src/wizard/draft/sent.ts';
import { changeDraft, draftState } from '#src/wizard/draft/store.ts';
import { unreadableEnded } from '#src/wizard/submit/follow.ts';

const storage = freshStorage();

const key = (id: string) => ownName(`draft.${id}`);
const store = (id: string, text: string) => storage.entries.set(key(id), text);
const lost: Submission = { state: 'lost', clientRequestId: 'c', sentAt: 1 };
const job: Submission = { state: 'job', jobId: '/vault/backupJobs/J', isAdopted: false };

describe('drafts that this version cannot read', () => {
  const accepted = {
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
    store('future', JSON.stringify(future(accepted)));
    store('damaged', JSON.stringify({ version: 5, submission: lost, choices: 7 }));
    store('no choices', JSON.stringify({ submission: lost }));
    store('done', JSON.stringify(future(job)));
    store('not sent', JSON.stringify(future({ state: 'none' })));
    store('unknown', JSON.stringify(future({ state: 'flying' })));
    store('readable', JSON.stringify({ ...exampleDraft(), submission: lost }));
    expect(unreadableSent()).toMatchObject([
      { id: 'future', submission: accepted, datasource: 'azure-vm' },
      { id: 'damaged', submission: lost, instance: '', datasource: 'azure-vm' },
      { id: 'no choices', submission: lost, instance: '', datasource: 'azure-vm' },
    ]);
  });

  test('are followed: what became of the request is written, and nothing else', () => {
    store('future', JSON.stringify(future(accepted)));
    expect(draftState('future').draft.ok).toBe(false);
    unreadableEnded('future', { status: 'started', jobId }, null);
    const after: unknown = JSON.parse(storage.entries.get(key('future')) ?? '');
    const attempt = { clientRequestId: 'c', sentAt: 1 };
    const submission = { state: 'job', jobId, isAdopted: false, attempt };
    expect(after).toEqual({ ...future(accepted), submission });
    expect(unreadableSent()).toEqual([]);
  });

  test('are left as they are while the operation goes on, and where nothing was accepted', () => {
    const text = JSON.stringify(future(accepted));
    store('future', text);
    unreadableEnded('future', undefined, new Error('offline'));
    expect(storage.entries.get(key('future'))).toBe(text);
    const other = JSON.stringify(future(lost));
    store('lost', other);
    unreadableEnded('lost', { status: 'started', jobId }, null);
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
        .nat(JSON.stringify(future(accepted)).length - 1)
        .map((length) => JSON.stringify(future(accepted)).slice(0, length)),
    );
    fc.assert(
      fc.property(text, (garbage) => {
        resetPageState();
        store('garbage', garbage);
        for (const { submission } of unreadableSent()) expect(submission.state).not.toBe('job');
        unreadableEnded('garbage', { status: 'started', jobId: null }, null);
        openDrafts();
        draftOfJob('/j');
        openAttemptsOn('mine', exampleDraft().choices, vmModel.targetOf);
        changeDraft('garbage', (draft) => draft);
        expect(storage.entries.get(key('garbage'))).toBe(garbage);
      }),
    );
  });
});
