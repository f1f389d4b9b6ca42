import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { createDraft } from '#src/datasources/azure-vm/choices/testing-store.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import { readAfterRefusal } from '#src/wizard/submit/latest-reads.ts';

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
