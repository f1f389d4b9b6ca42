import { expect, test } from 'vitest';
import { newDraft } from '#src/wizard/draft/schema.ts';
import { createDraft, draftState, parseDraft } from '#src/wizard/draft/store.ts';
import { noteAt } from '#src/wizard/draft/suggested.ts';

const begun = (): string =>
  createDraft((id, at) => newDraft(id, at, { datasource: 'azure-vm', instance: null }));

const visitedIn = (id: string): readonly string[] | undefined => {
  const { draft } = draftState(id);
  return draft.ok ? draft.value.visited : undefined;
};

test('a new draft has no visited step', () => {
  expect(visitedIn(begun())).toBeUndefined();
});

test('each step is kept once, in the order of the visits', () => {
  const id = begun();
  noteAt(id, 'review', ['configuration', 'review']);
  noteAt(id, 'datasource', ['review', 'datasource']);
  expect(visitedIn(id)).toEqual(['configuration', 'review', 'datasource']);
});

test('where the person is counts, also where no step was passed', () => {
  const id = begun();
  const at = () => {
    const { draft } = draftState(id);
    return draft.ok ? draft.value.at : undefined;
  };
  expect(at()).toBeUndefined();
  noteAt(id, 'restore-point');
  expect([at(), visitedIn(id)]).toEqual(['restore-point', undefined]);
  noteAt(id, 'review', ['restore-point', 'review']);
  noteAt(id, 'restore-point');
  expect([at(), visitedIn(id)]).toEqual(['restore-point', ['restore-point', 'review']]);
});

test('a visit is no change of the draft', () => {
  const id = begun();
  const before = draftState(id).draft;
  noteAt(id, 'datasource', ['datasource']);
  const after = draftState(id).draft;
  expect(before.ok && after.ok && after.value.changedAt === before.value.changedAt).toBe(true);
});

test('a second visit writes nothing', () => {
  const id = begun();
  noteAt(id, 'datasource', ['datasource']);
  const before = draftState(id);
  noteAt(id, 'datasource', ['datasource']);
  expect(draftState(id)).toBe(before);
});

test('the visits outlive a reload', () => {
  const id = begun();
  noteAt(id, 'datasource', ['datasource']);
  const { draft } = draftState(id);
  const again = parseDraft(JSON.stringify(draft.ok ? draft.value : null));
  expect(again.ok && again.value.visited).toEqual(['datasource']);
});

test('a restore that was sent stays as it is', () => {
  const id = createDraft((made, at) => ({
    ...newDraft(made, at, { datasource: 'azure-vm', instance: null }),
    submission: { state: 'job', jobId: 'job-1', isAdopted: false },
  }));
  const before = draftState(id);
  noteAt(id, 'review', ['review']);
  expect(draftState(id)).toBe(before);
});
