import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshStorage, TEST_OWNER } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { ownName } from '#src/lib/owner.ts';

const KEY = ownName('watched');
let page: EventTarget;
const storage = freshStorage();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {});
  page = new EventTarget();
  vi.stubGlobal('window', page);
});
afterEach(() => {
  vi.useRealTimers();
});

/** A tab with a memory of its own, over the storage of all. */
async function newTab() {
  vi.resetModules();
  const { setOwner } = await import('#src/lib/owner.ts');
  setOwner(TEST_OWNER);
  return import('#src/wizard/submit/watched.ts');
}
const hear = (key = KEY) => page.dispatchEvent(Object.assign(new Event('storage'), { key }));
const names = (jobs: readonly { readonly jobId: string }[]) => jobs.map(({ jobId }) => jobId);

const AT = instant(60_000);

/** How often a tab shows the latest news of a job when it looks; the lock of the browser is not needed. */
async function shownBy(tab: Awaited<ReturnType<typeof newTab>>, jobId = '/j'): Promise<number> {
  const show = vi.fn<() => void>();
  const job = tab.watchedJobs().find((one) => one.jobId === jobId);
  if (job === undefined) throw new Error(`${jobId} is not watched`);
  const telling = tab.showOnce(job, show);
  await vi.advanceTimersByTimeAsync(1000);
  await telling;
  return show.mock.calls.length;
}

function onlyJob(tab: Awaited<ReturnType<typeof newTab>>) {
  const [job] = tab.watchedJobs();
  if (job === undefined) throw new Error('nothing is watched');
  return job;
}

describe('a job that is watched', () => {
  test('is notified as accepted once and as ended once, over two tabs', async () => {
    const one = await newTab();
    const two = await newTab();
    one.watchJob('/j', 'vm');
    expect([await shownBy(one), await shownBy(two)]).toEqual([1, 0]);
    two.noteStatus('/j', 'done', AT);
    hear();
    expect([await shownBy(two), await shownBy(one)]).toEqual([1, 0]);
  });

  test('stays shown where another tab notes the same news in that moment', async () => {
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    await shownBy(tab);
    tab.noteStatus('/j', 'done', AT);
    const notShown = storage.entries.get(KEY) ?? '';
    const telling = tab.showOnce(onlyJob(tab), vi.fn<() => void>());
    await vi.advanceTimersByTimeAsync(500);
    expect(onlyJob(await newTab()).isTold).toBe(true);
    storage.entries.set(KEY, notShown);
    await vi.advanceTimersByTimeAsync(500);
    await telling;
    expect(onlyJob(await newTab())).toMatchObject({ news: 'done', isTold: true });
  });

  test('keeps the end that its job reports, beside when it was read', async () => {
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    tab.noteStatus('/j', 'done', AT, instant(AT - 10_000));
    expect(onlyJob(await newTab())).toMatchObject({ at: AT, endedAt: AT - 10_000 });
    tab.watchJob('/k', 'vm');
    tab.noteStatus('/k', 'gone', AT);
    expect(onlyJob(await newTab())).not.toHaveProperty('endedAt');
  });

  test('tells of a standstill and of its end, and of nothing else on its way', async () => {
    const tab = await newTab();
    const news = () => tab.watchedJobs()[0]?.news;
    tab.watchJob('/j', 'vm');
    tab.noteStatus('/j', 'moving', AT);
    expect(news()).toBe('accepted');
    tab.noteStatus('/j', 'stalled', AT);
    expect(tab.watchedJobs()[0]).toMatchObject({ news: 'stalled', at: AT, isTold: false });
    tab.noteStatus('/j', 'moving', AT);
    expect(news()).toBe('moving');
    tab.noteStatus('/j', 'stalled', AT);
    expect(news()).toBe('stalled');
  });

  test.each(['done', 'failed', 'gone'] as const)('that is %s never runs again', async (news) => {
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    tab.noteStatus('/j', news, AT);
    const ended = tab.watchedJobs();
    tab.noteStatus('/j', 'moving', AT);
    tab.noteStatus('/j', 'cancelled', AT);
    expect(tab.watchedJobs()).toBe(ended);
  });

  test('is watched once, however often it is found', async () => {
    const one = await newTab();
    const two = await newTab();
    one.watchJob('/j', 'vm');
    one.noteStatus('/j', 'stalled', AT);
    two.watchJob('/j', 'vm');
    expect(two.watchedJobs()).toMatchObject([{ jobId: '/j', news: 'stalled' }]);
  });

  test('excludes jobs that were not started here', async () => {
    const tab = await newTab();
    tab.noteStatus('/j', 'done', AT);
    expect(storage.entries.size).toBe(0);
  });

  test('is news until it is read, and again when it ends', async () => {
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    tab.markAllRead();
    expect(tab.watchedJobs()[0]?.isRead).toBe(true);
    tab.noteStatus('/j', 'done', AT);
    expect(tab.watchedJobs()[0]?.isRead).toBe(false);
  });

  test('and was read needs not be shown any more, in any tab', async () => {
    const one = await newTab();
    const two = await newTab();
    one.watchJob('/j', 'vm');
    two.markRead('/j');
    hear();
    expect(await shownBy(one)).toBe(0);
    expect((await newTab()).watchedJobs()).toMatchObject([{ isRead: true }]);
  });

  test('ignores news that were overtaken', async () => {
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    const [accepted] = tab.watchedJobs();
    tab.noteStatus('/j', 'done', AT);
    const show = vi.fn<() => void>();
    if (accepted !== undefined) await tab.showOnce(accepted, show);
    expect(show).not.toHaveBeenCalled();
  });
});

describe('two tabs that have not heard of each other', () => {
  test('keep both of their jobs', async () => {
    const one = await newTab();
    const two = await newTab();
    expect([one.watchedJobs(), two.watchedJobs()]).toEqual([[], []]);
    one.watchJob('/1', 'vm');
    two.watchJob('/2', 'vm');
    expect(names((await newTab()).watchedJobs())).toEqual(['/2', '/1']);
  });

  test('do not undo what the other has recorded', async () => {
    const one = await newTab();
    const two = await newTab();
    one.watchJob('/j', 'vm');
    expect(names(two.watchedJobs())).toEqual(['/j']);
    one.noteStatus('/j', 'done', AT);
    two.markAllRead();
    expect((await newTab()).watchedJobs()).toMatchObject([{ news: 'done', isRead: true }]);
  });

  test('hear of each other by the storage', async () => {
    const one = await newTab();
    const two = await newTab();
    const heard = vi.fn<() => void>();
    const stop = one.onWatchedChange(heard);
    expect(one.watchedJobs()).toEqual([]);
    two.watchJob('/j', 'vm');
    hear();
    hear('theme');
    expect(heard).toHaveBeenCalledOnce();
    expect(names(one.watchedJobs())).toEqual(['/j']);
    stop();
    hear();
    one.watchJob('/k', 'vm');
    expect(heard).toHaveBeenCalledOnce();
  });
});

describe.each(['full', 'forbidden'] as const)('storage that is %s', (how) => {
  test('from the start: the list stays in the tab, and each notification appears once', async () => {
    storage.become(how);
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    expect(names(tab.watchedJobs())).toEqual(['/j']);
    expect([await shownBy(tab), await shownBy(tab)]).toEqual([1, 0]);
    tab.noteStatus('/j', 'failed', AT);
    expect([await shownBy(tab), await shownBy(tab)]).toEqual([1, 0]);
    expect(storage.entries.size).toBe(0);
  });

  test('in the middle: no notification appears twice, and it is stored once there is room', async () => {
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    storage.become(how);
    tab.noteStatus('/j', 'stalled', AT);
    expect([await shownBy(tab), await shownBy(tab)]).toEqual([1, 0]);
    tab.watchJob('/k', 'vm');
    storage.become('usable');
    tab.markAllRead();
    expect((await newTab()).watchedJobs()).toMatchObject([
      { jobId: '/k', news: 'accepted' },
      { jobId: '/j', news: 'stalled' },
    ]);
  });
});

test.each(['{"half":', 'null', '[{"jobId":7}]', '{}', '[{"jobId":"/j","machine":"vm"}]'])(
  'what is stored and cannot be read, %j, is no list, and the next job starts a new one',
  async (text) => {
    storage.entries.set(KEY, text);
    const tab = await newTab();
    expect(tab.watchedJobs()).toEqual([]);
    tab.watchJob('/new', 'vm');
    expect(names((await newTab()).watchedJobs())).toEqual(['/new']);
  },
);

test('the oldest go first', async () => {
  const tab = await newTab();
  for (let nth = 0; nth < 25; nth += 1) tab.watchJob(`/${String(nth)}`, 'vm');
  expect(tab.watchedJobs()).toHaveLength(20);
  expect(tab.watchedJobs()[0]?.jobId).toBe('/24');
  expect(names(tab.watchedJobs())).not.toContain('/4');
  expect(tab.watchedJobs()).toBe(tab.watchedJobs());
});

test('of too many those go first that are over', async () => {
  const tab = await newTab();
  tab.watchJob('/running', 'vm');
  for (let nth = 0; nth < 25; nth += 1) {
    tab.watchJob(`/${String(nth)}`, 'vm');
    tab.noteStatus(`/${String(nth)}`, 'done', AT);
  }
  expect(tab.watchedJobs()).toHaveLength(20);
  expect(names(tab.watchedJobs())).toContain('/running');
});

test('one entry that cannot be read costs only itself', async () => {
  const tab = await newTab();
  tab.watchJob('/kept', 'vm');
  const [stored] = tab.watchedJobs();
  storage.entries.set(
    KEY,
    JSON.stringify([{ ...stored, jobId: '/odd', news: 'lost' }, stored, null]),
  );
  expect(names((await newTab()).watchedJobs())).toEqual(['/kept']);
});

test('a job that is not to be watched any more is taken off the list, in every tab', async () => {
  const tab = await newTab();
  tab.watchJob('/kept', 'vm');
  tab.watchJob('/gone', 'vm');
  tab.forgetWatch('/gone');
  expect(names((await newTab()).watchedJobs())).toEqual(['/kept']);
});
