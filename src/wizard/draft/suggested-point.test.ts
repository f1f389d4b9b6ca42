import { expect, test } from 'vitest';
import { transitions } from '#src/datasources/azure-vm/choices.ts';
import { exampleDraft, itemId } from '#src/datasources/azure-vm/testing.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { changeChoices, createDraft, draftState } from '#src/wizard/draft/store.ts';
import {
  confirmSuggestions,
  isPointSuggested,
  suggestPoint,
  takesPoint,
} from '#src/wizard/draft/suggested.ts';

const instance: string = itemId('testVM');
const begun = (point: string | null, more: Partial<Draft> = {}): string =>
  createDraft((id, at) => ({
    ...exampleDraft({ instance, point }),
    id,
    createdAt: at,
    changedAt: at,
    ...more,
  }));
const stored = (id: string): Draft => {
  const { draft } = draftState(id);
  if (!draft.ok) throw new Error('the draft is there');
  return draft.value;
};
const suggest = (id: string, point: string, of: string = instance) =>
  suggestPoint(transitions, id, { instance: of, point });

test('a draft without a restore point gets the suggested one, marked, and counts as untouched', () => {
  const id = begun(null);
  const { changedAt } = stored(id);
  expect(takesPoint(stored(id))).toBe(true);
  suggest(id, 'newest');
  expect(stored(id).choices['point']).toBe('newest');
  expect(isPointSuggested(stored(id))).toBe(true);
  expect(stored(id).changedAt).toBe(changedAt);
  expect(stored(id).suggested).toBeUndefined();
});

test('a suggestion takes the place of the one before', () => {
  const id = begun(null);
  suggest(id, 'newest');
  suggest(id, 'before');
  expect(stored(id).choices['point']).toBe('before');
  expect(isPointSuggested(stored(id))).toBe(true);
});

test('what a person has selected stays, before and after a suggestion', () => {
  const chosen = begun('mine');
  suggest(chosen, 'newest');
  expect(stored(chosen).choices['point']).toBe('mine');
  const changed = begun(null);
  suggest(changed, 'newest');
  changeChoices(transitions, changed, { point: 'mine' });
  suggest(changed, 'before');
  expect(stored(changed).choices['point']).toBe('mine');
  expect(isPointSuggested(stored(changed))).toBe(false);
});

test('a suggestion that was cleared does not come back', () => {
  const id = begun(null);
  suggest(id, 'newest');
  changeChoices(transitions, id, { point: null });
  suggest(id, 'newest');
  expect(stored(id).choices['point']).toBeNull();
  expect(takesPoint(stored(id))).toBe(false);
});

test('a confirmed suggestion is the person’s own choice, and nothing takes its place', () => {
  const id = begun(null);
  suggest(id, 'newest');
  confirmSuggestions(id, ['vmName']);
  expect(isPointSuggested(stored(id))).toBe(true);
  confirmSuggestions(id, ['point']);
  expect(isPointSuggested(stored(id))).toBe(false);
  suggest(id, 'before');
  expect(stored(id).choices['point']).toBe('newest');
  changeChoices(transitions, id, { point: null });
  expect(isPointSuggested(stored(id))).toBe(false);
  expect(takesPoint(stored(id))).toBe(false);
});

test('a restore point of another backup instance is not suggested', () => {
  const id = begun(null);
  suggest(id, 'newest', `${instance}x`);
  expect(stored(id).choices['point']).toBeNull();
});

test('a restore that was sent stays as it is', () => {
  const id = begun(null, { submission: { state: 'job', jobId: 'job-1', isAdopted: false } });
  suggest(id, 'newest');
  expect(stored(id).choices['point']).toBeNull();
});

test('where a selected restore point was cleared, none is suggested in its place', () => {
  const id = begun(null, { takenBack: [{ field: 'point', because: 'instance' }] });
  suggest(id, 'newest');
  expect(stored(id).choices['point']).toBeNull();
});
