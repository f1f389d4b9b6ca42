import { expect, test } from 'vitest';
import { newDraft } from '#src/wizard/draft/schema.ts';
import { createDraft, draftState } from '#src/wizard/draft/store.ts';
import { confirmSuggestions, suggestionsLeft } from '#src/wizard/draft/suggested.ts';

const suggested = { point: 'newest', rg: 'rg-restore' };

const begun = (): string =>
  createDraft((id, at) => ({
    ...newDraft(id, at, { datasource: 'azure-vm', instance: null, ...suggested }),
    suggested,
  }));

const leftOf = (id: string) => {
  const { draft } = draftState(id);
  return draft.ok ? suggestionsLeft(draft.value).map(([field]) => field) : null;
};

test('what Next confirms is no suggestion any more, and its field keeps it', () => {
  const id = begun();
  confirmSuggestions(id, ['point']);
  expect(leftOf(id)).toEqual(['rg']);
  expect(draftState(id).draft).toMatchObject({
    value: { choices: suggested, suggested: { point: null } },
  });
});

test('fields without a suggestion write nothing', () => {
  const id = begun();
  const before = draftState(id);
  confirmSuggestions(id, ['vnet']);
  expect(draftState(id)).toBe(before);
});
