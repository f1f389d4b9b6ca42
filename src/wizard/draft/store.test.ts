import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeVmChoices } from '#src/datasources/azure-vm/choices.ts';
import { createDraft } from '#src/datasources/azure-vm/testing.ts';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { openDrafts } from '#src/wizard/draft/drafts.ts';
import type { Draft, Submission } from '#src/wizard/draft/schema.ts';
import { changeDraft, discardDraft, draftState, onDraftChange } from '#src/wizard/draft/store.ts';

let page: EventTarget;
const storage = freshStorage();
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
});
afterEach(() => {
  // The next test is in a tab of its own.
  resetPageState();
});

const key = (id: string) => ownName(`draft.${id}`);
const stored = (id: string): unknown => JSON.parse(storage.entries.get(key(id)) ?? 'null');

/** What another tab does: it writes, and this tab may hear of it later. */
function otherTab(id: string, draft: Draft): void {
  storage.entries.set(key(id), JSON.stringify(draft));
}
const hear = (id: string) =>
  page.dispatchEvent(Object.assign(new Event('storage'), { key: key(id) }));

function draftOf(id: string): Draft {
  const { draft } = draftState(id);
  if (!draft.ok) throw new Error(draft.reason.kind);
  return draft.value;
}

describe('a draft', () => {
  test('is stored when it is made and after every change', () => {
    const id = createDraft({ instance: '/a' });
    expect(stored(id)).toEqual(draftOf(id));
    changeVmChoices(id, { rg: 'one' });
    expect(stored(id)).toMatchObject({ choices: { instance: '/a', rg: 'one' } });
    expect(draftState(id).trouble).toBeNull();
  });

  test('that starts with a restore type has the defaults that follow from it', () => {
    const given = { instance: '/a', point: '1' };
    const id = createDraft(given, { option: 'replaceDisks', zone: '2' });
    expect(draftOf(id).choices).toMatchObject({
      ...given,
      group: 'replaceExisting',
      option: 'replaceDisks',
      zone: '2',
    });
  });

  test('is the same object until it changes', () => {
    const id = createDraft({});
    expect(draftState(id)).toBe(draftState(id));
    const before = draftState(id);
    changeVmChoices(id, { rg: 'one' });
    expect(draftState(id)).not.toBe(before);
  });

  test('that was never made is missing, and no change brings it about', () => {
    expect(draftState('nobody')).toEqual({
      draft: { ok: false, reason: { kind: 'missing' } },
      trouble: null,
    });
    changeVmChoices('nobody', { rg: 'one' });
    expect(storage.entries.size).toBe(0);
  });

  test('that is broken stays as it is after any change, until it is discarded', () => {
    storage.entries.set(key('b'), '{"half":');
    expect(draftState('b').draft).toEqual({
      ok: false,
      reason: { kind: 'broken', text: '{"half":' },
    });
    changeVmChoices('b', { rg: 'one' });
    expect(storage.entries.get(key('b'))).toBe('{"half":');
    discardDraft('b');
    expect(storage.entries.size).toBe(0);
    expect(draftState('b').draft).toMatchObject({ reason: { kind: 'missing' } });
  });
});

describe('storage that fails keeps the draft in this tab, and the state says so', () => {
  test.each(['full', 'forbidden'] as const)('%s from the start', (how) => {
    storage.become(how);
    const id = createDraft({ instance: '/a' });
    changeVmChoices(id, { rg: 'one' });
    expect(draftState(id).trouble).toBe(how);
    expect(draftOf(id).choices).toMatchObject({ instance: '/a', rg: 'one' });
    expect(storage.entries.size).toBe(0);
  });

  test('full in the middle: nothing typed afterwards is lost, and it is stored once there is room', () => {
    const id = createDraft({});
    changeVmChoices(id, { rg: 'one' });
    storage.become('full');
    changeVmChoices(id, { rg: 'two' });
    changeVmChoices(id, { staging: '/account' });
    expect(draftState(id).trouble).toBe('full');
    expect(draftOf(id).choices).toMatchObject({ rg: 'two', staging: '/account' });
    expect(stored(id)).toMatchObject({ choices: { rg: 'one' } });
    storage.become('usable');
    changeVmChoices(id, { diskAccess: 'same' });
    expect(draftState(id).trouble).toBeNull();
    expect(stored(id)).toMatchObject({
      choices: { rg: 'two', staging: '/account', diskAccess: 'same' },
    });
  });

  test('forbidden when the page is opened: the draft is missing, because of the storage', () => {
    storage.become('forbidden');
    expect(draftState('x')).toEqual({
      draft: { ok: false, reason: { kind: 'missing' } },
      trouble: 'forbidden',
    });
    expect(openDrafts()).toEqual([]);
  });
});

describe('two tabs', () => {
  test('a change is applied to what is stored now, so that what the other tab chose stays', () => {
    const id = createDraft({});
    const mine = draftOf(id);
    otherTab(id, { ...mine, choices: { ...mine.choices, rg: 'theirs' } });
    changeVmChoices(id, { staging: '/mine' });
    expect(stored(id)).toMatchObject({ choices: { rg: 'theirs', staging: '/mine' } });
  });

  test('a change by another tab is heard of and seen', () => {
    const id = createDraft({});
    const heard = vi.fn<() => void>();
    const stop = onDraftChange(heard);
    const mine = draftOf(id);
    otherTab(id, { ...mine, choices: { ...mine.choices, rg: 'theirs' } });
    hear(id);
    expect(heard).toHaveBeenCalledOnce();
    expect(draftOf(id).choices['rg']).toBe('theirs');
    page.dispatchEvent(Object.assign(new Event('storage'), { key: 'theme' }));
    expect(heard).toHaveBeenCalledOnce();
    stop();
    hear(id);
    changeVmChoices(id, { rg: 'mine' });
    expect(heard).toHaveBeenCalledOnce();
  });

  test('what changes nothing here undoes nothing of what the other tab writes in that moment', () => {
    const id = createDraft({});
    const mine = draftOf(id);
    const theirs = { ...mine, name: 'theirs' };
    changeDraft(id, (draft) => {
      otherTab(id, theirs);
      return draft;
    });
    expect(stored(id)).toEqual(theirs);
  });

  const attempt = { clientRequestId: 'c', sentAt: 1 };
  const reason = { code: null, message: '', requestId: null };
  test.each<Submission>([
    { state: 'preparing', ...attempt, step: 'reads' },
    { state: 'sending', ...attempt },
    { state: 'accepted', ...attempt, operation: null },
    { state: 'lost', ...attempt },
    { state: 'job', jobId: '/j', isAdopted: false },
  ])('what the other tab sent cannot be changed here any more: $state', (submission) => {
    const id = createDraft({ instance: '/a' });
    const theirs = { ...draftOf(id), submission };
    otherTab(id, theirs);
    changeVmChoices(id, { rg: 'one' });
    expect(stored(id)).toEqual(theirs);
    expect(draftOf(id)).toEqual(theirs);
  });

  test.each<Submission>([
    { state: 'none' },
    { state: 'refused', ...reason },
    { state: 'notSent', ...reason, isPrepared: true },
  ])('what came to nothing there can be changed here: $state', (submission) => {
    const id = createDraft({ instance: '/a' });
    otherTab(id, { ...draftOf(id), submission, earlier: attempt });
    changeVmChoices(id, { rg: 'one' });
    expect(stored(id)).toMatchObject({ submission, choices: { rg: 'one' }, earlier: attempt });
  });
});

describe('storage that is cleared', () => {
  const emptied = () => {
    storage.entries.clear();
    page.dispatchEvent(Object.assign(new Event('storage'), { key: null }));
  };

  test('by another tab has the drafts of this tab again at once', () => {
    const stop = onDraftChange(() => undefined);
    const id = createDraft({ instance: '/a' });
    emptied();
    stop();
    expect(stored(id)).toMatchObject({ choices: { instance: '/a' } });
  });

  test('in this tab, unheard, has them again with the next change; until then they are listed', () => {
    const id = createDraft({ instance: '/a' });
    changeVmChoices(id, { rg: 'one' });
    changeDraft(id, (draft) => ({ ...draft, changedAt: draft.createdAt + 1 }));
    storage.entries.clear();
    expect(openDrafts().map((draft) => draft.id)).toEqual([id]);
    changeVmChoices(id, { staging: '/account' });
    expect(stored(id)).toMatchObject({ choices: { rg: 'one', staging: '/account' } });
  });

  test('does not restore a discarded draft', () => {
    const stop = onDraftChange(() => undefined);
    const id = createDraft({ instance: '/a' });
    discardDraft(id);
    emptied();
    stop();
    expect(storage.entries.size).toBe(0);
  });
});

describe('a draft that is sent while the storage is full', () => {
  const sending = { state: 'sending', clientRequestId: 'c', sentAt: 1 } as const;

  test('leaves nothing behind that says it was not sent', () => {
    const id = createDraft({});
    storage.become('full');
    changeDraft(id, (draft) => ({ ...draft, submission: sending }));
    expect(storage.entries.has(key(id))).toBe(false);
    expect(draftOf(id).submission).toEqual(sending);
  });

  test('keeps its words in this tab when another tab throws the entry away', () => {
    const stop = onDraftChange(() => undefined);
    const id = createDraft({});
    storage.become('full');
    changeVmChoices(id, { rg: 'mine' });
    hear(id);
    expect(draftOf(id).choices['rg']).toBe('mine');
    stop();
  });
});

test('whoever listens hears of every change here', () => {
  const heard = vi.fn<() => void>();
  const stop = onDraftChange(heard);
  const id = createDraft({});
  changeDraft(id, (draft) => ({ ...draft, submission: { state: 'none' } }));
  discardDraft(id);
  expect(heard).toHaveBeenCalledTimes(3);
  stop();
});
