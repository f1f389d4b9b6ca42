import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ownName } from '#src/lib/owner.ts';
import { type FakeClock, fakeClock, freshStorage, TEST_OWNER } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { exampleDraft } from '#src/datasources/azure-vm/testing.ts';
import type { Draft, MountSession } from '#src/wizard/draft/schema.ts';

/** Sessions of file recovery, over hours, reloads and tabs. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const POINT = '/vault/item/recoveryPoints/1';

let page: EventTarget;
let clock: FakeClock;
const storage = freshStorage();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {});
  page = new EventTarget();
  // It stands for the pages of all tabs.
  setMaxListeners(0, page);
  clock = fakeClock();
  vi.stubGlobal('window', page);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Stores a draft that has led to a session, as another tab does. */
function put(id: string, session: Partial<MountSession> = {}): void {
  const draft: Draft = {
    ...exampleDraft(),
    id,
    name: `vm-${id}`,
    task: 'recoverFiles',
    session: { pointId: POINT, since: 0, expiresAt: 12 * HOUR, ...session },
  };
  storage.entries.set(ownName(`draft.${id}`), JSON.stringify(draft));
  hear(`draft.${id}`);
}

const hear = (name: string): boolean =>
  page.dispatchEvent(Object.assign(new Event('storage'), { key: ownName(name) }));

/** A tab with a memory of its own; the storage is everybody's, and its clock may be ahead. */
async function newTab(aheadMs = 0) {
  vi.resetModules();
  const { setOwner } = await import('#src/lib/owner.ts');
  setOwner(TEST_OWNER);
  const { installClock, now } = await import('#src/lib/clock.ts');
  installClock({ ...clock, now: () => instant(clock.now() + aheadMs) });
  const sessions = await import('#src/wizard/sessions.ts');
  const watched = await import('#src/wizard/submit/watched.ts');
  const { onDraftChange } = await import('#src/wizard/draft/store.ts');
  onDraftChange(() => undefined);
  watched.onWatchedChange(() => undefined);
  return {
    ...sessions,
    ...watched,
    /** What a page of the product does whenever it looks at the clock: the news that this tab shows. */
    look: async (): Promise<string[]> => {
      watched.noteSessions(sessions.sessionStatuses(sessions.openSessions(), now()));
      hear('watched');
      const shown: string[] = [];
      const telling = watched
        .watchedEntries()
        .filter(({ isTold }) => !isTold)
        .map((entry) => watched.showOnce(entry, () => void shown.push(entry.news)));
      await vi.advanceTimersByTimeAsync(1000);
      await Promise.all(telling);
      hear('watched');
      return shown;
    },
    news: () => watched.watchedEntries().map((entry) => entry.news),
  };
}

describe('a session of twelve hours', () => {
  test('appears of when it starts, in its last hour and minutes, and at its end: once each', async () => {
    put('a');
    const tab = await newTab();
    const seen: [number, string][] = [];
    for (let minute = 0; minute <= 13 * 60; minute += 1) {
      for (const news of await tab.look()) seen.push([minute, news]);
      clock.pass(MINUTE);
    }
    expect(seen).toEqual([
      [0, 'mounted'],
      [11 * 60, 'lastHour'],
      [11 * 60 + 50, 'lastMinutes'],
      [12 * 60, 'unmountOpen'],
    ]);
  });

  test('appears of once over two tabs, whichever looks first', async () => {
    put('a');
    const one = await newTab();
    const two = await newTab();
    expect([await one.look(), await two.look()]).toEqual([['mounted'], []]);
    clock.pass(11 * HOUR);
    expect([await two.look(), await one.look()]).toEqual([['lastHour'], []]);
  });

  test('appears of by its latest status alone after a closed visit', async () => {
    put('a');
    await (await newTab()).look();
    clock.pass(13 * HOUR);
    expect(await (await newTab()).look()).toEqual(['unmountOpen']);
    expect(await (await newTab()).look()).toEqual([]);
  });

  test('has no news that go back where the clock of a tab is behind', async () => {
    put('a');
    clock.pass(11 * HOUR);
    const ahead = await newTab(55 * MINUTE);
    const behind = await newTab();
    expect([await ahead.look(), await behind.look()]).toEqual([['lastMinutes'], []]);
    expect([ahead.news(), behind.news()]).toEqual([['lastMinutes'], ['lastMinutes']]);
  });

  test('that was read as seen is not new before its next status', async () => {
    put('a');
    const tab = await newTab();
    await tab.look();
    tab.markAllRead();
    await tab.look();
    expect(tab.watchedEntries()).toMatchObject([{ isRead: true }]);
    clock.pass(11 * HOUR);
    await tab.look();
    expect(tab.watchedEntries()).toMatchObject([{ isRead: false, endsAt: 12 * HOUR }]);
  });
});

test('a session whose end is not reported has no countdown, and stays open', async () => {
  put('a', { expiresAt: null });
  const tab = await newTab();
  expect(await tab.look()).toEqual(['mounted']);
  clock.pass(13 * HOUR);
  expect(await tab.look()).toEqual([]);
  expect(tab.openSessions()).toMatchObject([{ draftId: 'a', machine: 'vm-a' }]);
});

describe('a session is over', () => {
  test('when its point was read as not mounted, for every draft that has mounted it', async () => {
    put('a');
    put('b', { since: 1, pointId: POINT.toUpperCase() });
    put('other', { pointId: '/vault/item/recoveryPoints/2' });
    const tab = await newTab();
    await tab.look();
    clock.pass(HOUR);
    tab.noteUnmounted(POINT);
    expect(tab.openSessions().map(({ draftId }) => draftId)).toEqual(['other']);
    expect(tab.watchedEntries()).toMatchObject([{ draftId: 'other' }]);
    expect(tab.mountingDraft(POINT)).toBeNull();
    // After a reload, too.
    const next = await newTab();
    expect(await next.look()).toEqual([]);
    expect(next.openSessions()).toHaveLength(1);
  });

  test('when a person has marked it, though it may be mounted', async () => {
    put('a');
    clock.pass(13 * HOUR);
    const tab = await newTab();
    await tab.look();
    for (const open of tab.openSessions()) tab.markHandled(open);
    expect([tab.openSessions(), tab.watchedEntries()]).toEqual([[], []]);
    expect(tab.mountingDraft(POINT)).toBe('a');
  });

  test('and not a later one of the same draft', async () => {
    put('a');
    const tab = await newTab();
    const [earlier] = tab.openSessions();
    put('a', { since: HOUR, expiresAt: 13 * HOUR });
    if (earlier !== undefined) tab.markHandled(earlier);
    expect(tab.openSessions()).toMatchObject([{ session: { since: HOUR } }]);
  });
});

test('a new script has news of its own, in place of those of the earlier one', async () => {
  put('a');
  const tab = await newTab();
  clock.pass(11.9 * HOUR);
  expect(await tab.look()).toEqual(['lastMinutes']);
  put('a', { since: 11.9 * HOUR, expiresAt: 23.9 * HOUR });
  expect(await tab.look()).toEqual(['mounted']);
  expect(tab.news()).toEqual(['mounted']);
});

test('entries of before are read, and sessions are never what goes for want of room', async () => {
  const before = { jobId: '/j', machine: 'vm', news: 'done', at: 1, isTold: true, isRead: true };
  storage.entries.set(ownName('watched'), JSON.stringify([before]));
  put('a');
  const tab = await newTab();
  await tab.look();
  expect(tab.news()).toEqual(['mounted', 'done']);
  for (let nth = 0; nth < 25; nth += 1) tab.watchJob(`/${String(nth)}`, 'vm');
  expect(tab.watchedEntries()).toHaveLength(20);
  expect(tab.watchedJobs()).toHaveLength(19);
  expect(tab.news()).toContain('mounted');
  expect(tab.watchedJobs()).toBe(tab.watchedJobs());
});
