import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ArmError } from '#src/api/arm/error.ts';
import { fakeStorage } from '#src/lib/testing.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import { changeDraft, createDraft, draftState } from '#src/wizard/draft/store.ts';
import { EXAMPLE_CHOICES, SUB } from '#src/wizard/draft/testing.ts';
import { adoptJob, giveUp, operationEnded } from '#src/wizard/submit/follow.ts';

beforeEach(() => void vi.stubGlobal('localStorage', fakeStorage().area));
afterEach(() => void vi.unstubAllGlobals());

function submissionOf(id: string): Submission {
  const { draft } = draftState(id);
  if (!draft.ok) throw new Error(draft.reason.kind);
  return draft.value.submission;
}

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
  const accepted = (): string => {
    const id = createDraft(EXAMPLE_CHOICES);
    const operation = { pollUrl: '/o', pollKind: 'status', retryAfterMs: 60_000 } as const;
    const sent = { clientRequestId: 'c', sentAt: 1_000_000 };
    changeDraft(id, (draft) => ({
      ...draft,
      submission: { state: 'accepted', ...sent, operation },
    }));
    return id;
  };

  test('ends in its job', () => {
    const id = accepted();
    operationEnded(id, { status: 'succeeded', jobId: 'job-1' }, null);
    expect(submissionOf(id)).toEqual({
      state: 'job',
      jobId: `${vault}/backupJobs/job-1`,
      isAdopted: false,
    });
  });

  test('that names no job, or is forgotten, leaves the job to be looked for since it was sent', () => {
    const nameless = accepted();
    operationEnded(nameless, { status: 'succeeded', jobId: null }, null);
    const forgotten = accepted();
    operationEnded(forgotten, undefined, gone);
    for (const id of [nameless, forgotten]) {
      expect(submissionOf(id)).toMatchObject({ state: 'lost', sentAt: 1_000_000 });
    }
  });

  test('that failed started nothing, and says why', () => {
    const id = accepted();
    operationEnded(id, { status: 'failed', code: 'C', message: 'M' }, null);
    expect(submissionOf(id)).toEqual({
      state: 'refused',
      code: 'C',
      message: 'M',
      requestId: null,
    });
  });

  test('that still runs, or could not be asked, changes nothing', () => {
    const id = accepted();
    const before = submissionOf(id);
    const next = { pollUrl: '', pollKind: 'status', retryAfterMs: 1 } as const;
    operationEnded(id, { status: 'running', next }, null);
    operationEnded(id, undefined, new Error('offline'));
    operationEnded(id, undefined, null);
    expect(submissionOf(id)).toEqual(before);
  });

  test('heard of late does not undo what was decided since', () => {
    const id = accepted();
    adoptJob(id, '/jobs/found');
    operationEnded(id, { status: 'failed', code: null, message: 'M' }, null);
    operationEnded(id, undefined, gone);
    expect(submissionOf(id)).toEqual({ state: 'job', jobId: '/jobs/found', isAdopted: true });
  });

  test('given up by the person may be sent again', () => {
    const id = accepted();
    giveUp(id);
    expect(submissionOf(id)).toEqual({ state: 'none' });
  });
});
