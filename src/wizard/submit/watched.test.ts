import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FakeStorage, fakeStorage } from '#src/lib/testing.ts';

const KEY = 'restore-center.watched';
let storage: FakeStorage;
let page: EventTarget;
beforeEach(() => {
  storage = fakeStorage();
  page = new EventTarget();
  vi.stubGlobal('localStorage', storage.area);
  vi.stubGlobal('window', page);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A tab with a memory of its own, over the storage of all. */
async function newTab() {
  vi.resetModules();
  return import('#src/wizard/submit/watched.ts');
}
const hear = (key = KEY) => page.dispatchEvent(Object.assign(new Event('storage'), { key }));
const names = (jobs: readonly { readonly jobId: string }[]) => jobs.map(({ jobId }) => jobId);

describe('a job that is watched', () => {
  test('is told as running once and as ended once, over two tabs', async () => {
    const one = await newTab();
    const two = await newTab();
    one.watchJob('/j', 'vm');
    expect([one.advanceWatch('/j', 'running'), two.advanceWatch('/j', 'running')]).toEqual([
      true,
      false,
    ]);
    expect([two.advanceWatch('/j', 'ended'), one.advanceWatch('/j', 'ended')]).toEqual([
      true,
      false,
    ]);
  });

  test('that has ended never runs again, and one that ended at once is told once', async () => {
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    expect(tab.advanceWatch('/j', 'ended')).toBe(true);
    expect(tab.advanceWatch('/j', 'running')).toBe(false);
    expect(tab.watchedJobs()).toEqual([
      { jobId: '/j', machine: 'vm', state: 'ended', isRead: false },
    ]);
  });

  test('is watched once, however often it is found', async () => {
    const one = await newTab();
    const two = await newTab();
    one.watchJob('/j', 'vm');
    one.advanceWatch('/j', 'running');
    two.watchJob('/j', 'vm');
    expect(two.watchedJobs()).toMatchObject([{ jobId: '/j', state: 'running' }]);
  });

  test('is none of those that nobody began', async () => {
    const tab = await newTab();
    expect(tab.advanceWatch('/j', 'ended')).toBe(false);
    expect(storage.entries.size).toBe(0);
  });

  test('is news until it is read, and again when it ends', async () => {
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    tab.markAllRead();
    expect(tab.watchedJobs()[0]?.isRead).toBe(true);
    tab.advanceWatch('/j', 'ended');
    expect(tab.watchedJobs()[0]?.isRead).toBe(false);
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

  test('do not take back what the other has told', async () => {
    const one = await newTab();
    const two = await newTab();
    one.watchJob('/j', 'vm');
    expect(names(two.watchedJobs())).toEqual(['/j']);
    one.advanceWatch('/j', 'ended');
    two.markAllRead();
    expect(one.advanceWatch('/j', 'ended')).toBe(false);
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
  test('from the start: the list lives in the tab, and each news is told once', async () => {
    storage.become(how);
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    expect(names(tab.watchedJobs())).toEqual(['/j']);
    expect(tab.advanceWatch('/j', 'running')).toBe(true);
    expect(tab.advanceWatch('/j', 'running')).toBe(false);
    expect(tab.advanceWatch('/j', 'ended')).toBe(true);
    expect(tab.advanceWatch('/j', 'ended')).toBe(false);
    expect(storage.entries.size).toBe(0);
  });

  test('in the middle: nothing is told twice, and it is stored once there is room', async () => {
    const tab = await newTab();
    tab.watchJob('/j', 'vm');
    storage.become(how);
    expect(tab.advanceWatch('/j', 'running')).toBe(true);
    expect(tab.advanceWatch('/j', 'running')).toBe(false);
    tab.watchJob('/k', 'vm');
    storage.become('usable');
    tab.markAllRead();
    expect((await newTab()).watchedJobs()).toMatchObject([
      { jobId: '/k', state: 'accepted' },
      { jobId: '/j', state: 'running' },
    ]);
  });
});

test.each(['{"half":', 'null', '[{"jobId":7}]', '{}', '[{"jobId":"/j","machine":"vm"}]'])(
  'what is stored and cannot be read, %j, is no list, and the next job begins a new one',
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

test('a job that Azure does not know any more is taken off the list, in every tab', async () => {
  const tab = await newTab();
  tab.watchJob('/kept', 'vm');
  tab.watchJob('/gone', 'vm');
  tab.forgetWatch('/gone');
  expect(names((await newTab()).watchedJobs())).toEqual(['/kept']);
});
