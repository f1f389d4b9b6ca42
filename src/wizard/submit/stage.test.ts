import { expect, test } from 'vitest';
import { submission as words } from '#src/strings/submission.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import { stageOf } from '#src/wizard/submit/Stage.tsx';

const attempt = { clientRequestId: 'b7', sentAt: 0 };
const sending: Submission = { state: 'sending', ...attempt };

test('a request on its way says so while its tab sends, and that its outcome is unknown afterwards', () => {
  expect(stageOf(sending, false, 'Azure')).toMatchObject({
    tone: 'running',
    title: words.sending.title,
  });
  expect(stageOf(sending, true, 'Azure')).toMatchObject({
    tone: 'warning',
    title: words.noAnswer.title,
  });
});

test('an accepted restore says whether its job is awaited or searched for', () => {
  const accepted: Submission = { state: 'accepted', ...attempt, operation: null };
  expect(stageOf(accepted, false, 'Azure')?.lines[0]).toBe(words.accepted.unseen('Azure'));
  expect(stageOf(accepted, false, 'Commvault')?.title).toBe('Restore request accepted');
});

test('where nothing was sent there is no stage', () => {
  expect(stageOf({ state: 'none' }, false, 'Azure')).toBeNull();
});
