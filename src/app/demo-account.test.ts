import { expect, test } from 'vitest';
import { adoptedDrafts, forgetAdopted } from '#src/app/adopted-drafts.ts';
import { startAsDemoAccount } from '#src/app/demo-account.ts';
import { ownName } from '#src/lib/owner.ts';
import { freshStorage, TEST_OWNER } from '#src/lib/testing.ts';
import { draftIds } from '#src/wizard/draft/store.ts';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

const storage = freshStorage();

/** Stored as before drafts had an owner: one about a machine, or an empty one. */
function storedBefore(id: string, instance: string | null, submission: object = { state: 'none' }) {
  const choices = { datasource: 'azure-vm', regionView: 'primary', instance };
  const draft = { id, version: 6, createdAt: 1, changedAt: 1, choices, takenBack: [], submission };
  storage.entries.set(`restore-center.draft.${id}`, JSON.stringify(draft));
}

test('a browser in which nothing was stored has nothing to say', async () => {
  await startAsDemoAccount(TEST_OWNER);
  expect(adoptedDrafts()).toBe(0);
  expect(storage.entries.size).toBe(0);
});

test('drafts of before are of who signs in next, and a notice shows it until it is dismissed', async () => {
  storedBefore('open', '/a');
  storedBefore('other', '/b');
  await startAsDemoAccount(TEST_OWNER);
  expect(draftIds().toSorted()).toEqual(['open', 'other']);
  expect(adoptedDrafts()).toBe(2);
  // A page that is loaded again has nothing more to adopt.
  await startAsDemoAccount(TEST_OWNER);
  expect(adoptedDrafts()).toBe(2);
  forgetAdopted();
  expect(adoptedDrafts()).toBe(0);
});

test('those that no list shows are adopted, too, and not counted', async () => {
  storedBefore('empty', null);
  storedBefore('over', '/a', { state: 'job', jobId: '/vault/backupJobs/J', isAdopted: false });
  storage.entries.set('restore-center.draft.damaged', '{"half":');
  await startAsDemoAccount(TEST_OWNER);
  expect(draftIds().toSorted()).toEqual(['damaged', 'empty', 'over']);
  expect(adoptedDrafts()).toBe(0);
});

test('restores that are followed go on being followed', async () => {
  const job = { jobId: '/j', machine: 'app01', news: 'done', at: 1, isTold: true, isRead: true };
  storage.entries.set('restore-center.watched', JSON.stringify([job]));
  await startAsDemoAccount(TEST_OWNER);
  expect(watchedJobs()).toMatchObject([{ jobId: '/j' }]);
  expect([...storage.entries.keys()]).toEqual([ownName('watched')]);
});

test('a count that is damaged is none', () => {
  storage.entries.set(ownName('adopted'), '-1e400');
  expect(adoptedDrafts()).toBe(0);
});
