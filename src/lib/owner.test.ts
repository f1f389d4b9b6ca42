import { describe, expect, test, vi } from 'vitest';
import type { Owner } from '#src/lib/owner.ts';
import { fakeStorage } from '#src/lib/testing.ts';

const ADA: Owner = { mode: 'live', cloud: 'AzureCloud', tenantId: 'T1', accountId: 'ada.t1' };

/** A page that was just loaded, and knows no account. */
async function newPage() {
  vi.resetModules();
  const owner = await import('#src/lib/owner.ts');
  const storage = await import('#src/lib/storage.ts');
  const locks = await import('#src/lib/lock.ts');
  const channels = await import('#src/lib/browser.ts');
  return { ...owner, ...storage, ...locks, ...channels };
}

test('every part of an owner is in its names, and ids in another case are the same', async () => {
  const { ownName, setOwner } = await newPage();
  setOwner(ADA);
  expect(ownName('draft.1')).toBe('restore-center/live/azurecloud/t1/ada.t1/draft.1');
  setOwner({ ...ADA, tenantId: 't1' });
  expect(ownName('draft.1')).toBe('restore-center/live/azurecloud/t1/ada.t1/draft.1');
});

test('no part reaches into the next one', async () => {
  const { ownName, setOwner } = await newPage();
  setOwner({ ...ADA, tenantId: 't1/x', accountId: '' });
  expect(ownName('watched')).toBe('restore-center/live/azurecloud/t1%2Fx//watched');
});

test('a page keeps its account until it is loaded again', async () => {
  const { setOwner } = await newPage();
  setOwner(ADA);
  expect(() => setOwner({ ...ADA, accountId: 'ben.t1' })).toThrow('changes its account');
  expect(() => setOwner({ ...ADA, mode: 'demo' })).toThrow('changes its account');
});

describe('before the account is known', () => {
  test('nothing that is stored is read or written, looks excepted', async () => {
    const storage = fakeStorage();
    vi.stubGlobal('localStorage', storage.area);
    const page = await newPage();
    storage.entries.set('restore-center.theme', 'dark');
    expect(page.readEntry('theme')).toEqual({ ok: true, value: 'dark' });
    for (const use of [
      () => page.readEntry('draft.1'),
      () => page.writeEntry('draft.1', 'text'),
      () => page.removeEntry('draft.1'),
      () => page.entryNames('draft.'),
      () => page.adoptEntries(),
    ])
      expect(use).toThrow('before the owner is known');
    vi.unstubAllGlobals();
  });

  test('no other tab is spoken to', async () => {
    const page = await newPage();
    expect(() => page.openChannel('answers')).toThrow('before the owner is known');
    await expect(page.ifFree('send.1', async () => 1)).rejects.toThrow('before the owner is known');
    await expect(page.whenFree('send.1')).rejects.toThrow('before the owner is known');
    expect(() => page.keepName('follow.1', () => undefined)).toThrow('before the owner is known');
  });
});
