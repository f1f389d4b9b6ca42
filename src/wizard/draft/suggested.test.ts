import { expect, test } from 'vitest';
import { transitions } from '#src/datasources/azure-vm/choices.ts';
import { exampleDraft, itemId } from '#src/datasources/azure-vm/testing.ts';
import { instant } from '#src/lib/time.ts';
import { type Draft, newDraft } from '#src/wizard/draft/schema.ts';
import { changeChoices, createDraft, draftState, parseDraft } from '#src/wizard/draft/store.ts';
import {
  confirmSuggestions,
  isPointSuggested,
  isStillNewest,
  newestUsable,
  noteAt,
  suggestPoint,
  takesPoint,
} from '#src/wizard/draft/suggested.ts';
import { suggestionsLeft } from '#src/wizard/draft/transitions.ts';

const SUGGESTED = { point: 'newest', rg: 'rg-restore' };

const begunSuggested = (): string =>
  createDraft((id, at) => ({
    ...newDraft(id, at, { datasource: 'azure-vm', instance: null, ...SUGGESTED }),
    suggested: SUGGESTED,
  }));

const leftOf = (id: string) => {
  const { draft } = draftState(id);
  return draft.ok ? suggestionsLeft(draft.value).map(([field]) => field) : null;
};

const instance: string = itemId('testVM');
const begunAt = (point: string | null, more: Partial<Draft> = {}): string =>
  createDraft((id, at) => ({
    ...exampleDraft({ instance, point }),
    id,
    createdAt: at,
    changedAt: at,
    ...more,
  }));
const storedDraft = (id: string): Draft => {
  const { draft } = draftState(id);
  if (!draft.ok) throw new Error('the draft is there');
  return draft.value;
};
const suggestFor = (id: string, point: string, of: string = instance) =>
  suggestPoint(transitions, id, { instance: of, point });

test('what Next confirms is no suggestion any more, and its field keeps it', () => {
  const id = begunSuggested();
  confirmSuggestions(id, ['point']);
  expect(leftOf(id)).toEqual(['rg']);
  expect(draftState(id).draft).toMatchObject({
    value: { choices: SUGGESTED, suggested: { point: null } },
  });
});

test('fields without a suggestion write nothing', () => {
  const id = begunSuggested();
  const before = draftState(id);
  confirmSuggestions(id, ['vnet']);
  expect(draftState(id)).toBe(before);
});

test.each([
  ['another restore point', { point: 'older' }],
  ['another backup instance', { instance: itemId('app01') }],
])(
  'for %s what was suggested goes, to be suggested anew; what the person chose stays',
  (_, change) => {
    const id = begunAt('newest', { suggested: { vmName: 'testVM-restored-0604', rg: 'rg' } });
    changeChoices(transitions, id, { vmName: 'testVM-restored-0604', rg: 'mine' });
    changeChoices(transitions, id, change);
    expect(storedDraft(id)).toMatchObject({
      choices: { vmName: null, rg: 'mine' },
      suggested: { rg: 'rg' },
    });
    expect(storedDraft(id).takenBack.map(({ field }) => field)).not.toContain('vmName');
    expect(storedDraft(id).suggested).not.toHaveProperty('vmName');
  },
);

test('a suggestion that was cleared stays away, whatever is chosen after it', () => {
  const id = begunAt('newest', { suggested: { vmName: 'testVM-restored-0604' } });
  changeChoices(transitions, id, { point: 'older' });
  expect(storedDraft(id).suggested).toEqual({ vmName: 'testVM-restored-0604' });
});

test('a suggestion that another choice takes away goes without a word; a choice is named', () => {
  const chosen = { subscription: 'one', rg: 'group', staging: '/account' };
  const id = begunAt('newest', { suggested: { rg: 'group', staging: '/other' } });
  changeChoices(transitions, id, chosen);
  changeChoices(transitions, id, { subscription: 'another' });
  expect(storedDraft(id)).toMatchObject({
    choices: { rg: null, staging: null },
    takenBack: [{ field: 'staging' }],
    suggested: { staging: '/other' },
  });
  expect(storedDraft(id).suggested).not.toHaveProperty('rg');
});

test('a draft without a restore point gets the suggested one, marked, and counts as untouched', () => {
  const id = begunAt(null);
  const { changedAt } = storedDraft(id);
  expect(takesPoint(storedDraft(id))).toBe(true);
  suggestFor(id, 'newest');
  expect(storedDraft(id).choices['point']).toBe('newest');
  expect(isPointSuggested(storedDraft(id))).toBe(true);
  expect(storedDraft(id).changedAt).toBe(changedAt);
  expect(storedDraft(id).suggested).toBeUndefined();
});

test('a suggestion takes the place of the one before', () => {
  const id = begunAt(null);
  suggestFor(id, 'newest');
  suggestFor(id, 'before');
  expect(storedDraft(id).choices['point']).toBe('before');
  expect(isPointSuggested(storedDraft(id))).toBe(true);
});

test('a suggestion is the newest until another point is, or none is read', () => {
  const id = begunAt(null);
  suggestFor(id, 'newest');
  const rows = [
    { name: 'before', time: instant(1) },
    { name: 'newest', time: instant(2) },
  ];
  const usable = (): boolean => true;
  expect(isStillNewest(storedDraft(id), rows, usable)).toBe(true);
  const later = [...rows, { name: 'later', time: instant(3) }];
  expect(isStillNewest(storedDraft(id), later, usable)).toBe(false);
  // One that can’t be used takes nothing from it.
  expect(isStillNewest(storedDraft(id), later, ({ name }) => name !== 'later')).toBe(true);
  expect(isStillNewest(storedDraft(id), [], usable)).toBe(false);
});

test('what a person has selected stays, before and after a suggestion', () => {
  const chosen = begunAt('mine');
  suggestFor(chosen, 'newest');
  expect(storedDraft(chosen).choices['point']).toBe('mine');
  const changed = begunAt(null);
  suggestFor(changed, 'newest');
  changeChoices(transitions, changed, { point: 'mine' });
  suggestFor(changed, 'before');
  expect(storedDraft(changed).choices['point']).toBe('mine');
  expect(isPointSuggested(storedDraft(changed))).toBe(false);
});

test('a suggestion that was cleared does not come back', () => {
  const id = begunAt(null);
  suggestFor(id, 'newest');
  changeChoices(transitions, id, { point: null });
  suggestFor(id, 'newest');
  expect(storedDraft(id).choices['point']).toBeNull();
  expect(takesPoint(storedDraft(id))).toBe(false);
});

test('a confirmed suggestion is the person’s own choice, and nothing takes its place', () => {
  const id = begunAt(null);
  suggestFor(id, 'newest');
  confirmSuggestions(id, ['vmName']);
  expect(isPointSuggested(storedDraft(id))).toBe(true);
  confirmSuggestions(id, ['point']);
  expect(isPointSuggested(storedDraft(id))).toBe(false);
  suggestFor(id, 'before');
  expect(storedDraft(id).choices['point']).toBe('newest');
  changeChoices(transitions, id, { point: null });
  expect(isPointSuggested(storedDraft(id))).toBe(false);
  expect(takesPoint(storedDraft(id))).toBe(false);
});

test('a restore point of another backup instance is not suggested', () => {
  const id = begunAt(null);
  suggestFor(id, 'newest', `${instance}x`);
  expect(storedDraft(id).choices['point']).toBeNull();
});

test('a restore that was sent stays as it is', () => {
  const id = begunAt(null, { submission: { state: 'job', jobId: 'job-1', isAdopted: false } });
  suggestFor(id, 'newest');
  expect(storedDraft(id).choices['point']).toBeNull();
});

test('where a selected restore point was cleared, none is suggested in its place', () => {
  const id = begunAt(null, { takenBack: [{ field: 'point', because: 'instance' }] });
  suggestFor(id, 'newest');
  expect(storedDraft(id).choices['point']).toBeNull();
});

const begunEmpty = (): string =>
  createDraft((id, at) => newDraft(id, at, { datasource: 'azure-vm', instance: null }));

const visitedIn = (id: string): readonly string[] | undefined => {
  const { draft } = draftState(id);
  return draft.ok ? draft.value.visited : undefined;
};

test('a new draft has no visited step', () => {
  expect(visitedIn(begunEmpty())).toBeUndefined();
});

test('each step is kept once, in the order of the visits', () => {
  const id = begunEmpty();
  noteAt(id, 'review', ['configuration', 'review']);
  noteAt(id, 'datasource', ['review', 'datasource']);
  expect(visitedIn(id)).toEqual(['configuration', 'review', 'datasource']);
});

test('where the person is counts, also where no step was passed', () => {
  const id = begunEmpty();
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
  const id = begunEmpty();
  const before = draftState(id).draft;
  noteAt(id, 'datasource', ['datasource']);
  const after = draftState(id).draft;
  expect(before.ok && after.ok && after.value.changedAt === before.value.changedAt).toBe(true);
});

test('a second visit writes nothing', () => {
  const id = begunEmpty();
  noteAt(id, 'datasource', ['datasource']);
  const before = draftState(id);
  noteAt(id, 'datasource', ['datasource']);
  expect(draftState(id)).toBe(before);
});

test('the visits outlive a reload', () => {
  const id = begunEmpty();
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

const point = (name: string, time: number | null) => ({
  name,
  time: time === null ? null : instant(time),
});
const rows = [point('old', 1), point('newest', 3), point('middle', 2), point('undated', null)];

test.each([
  ['all of them', ['old', 'newest', 'middle', 'undated'], 'newest'],
  ['all but the newest', ['old', 'middle'], 'middle'],
  ['only one without a time', ['undated'], null],
  ['none', [], null],
])('where %s can be used', (_, usable, wanted) => {
  expect(newestUsable(rows, ({ name }) => usable.some((one) => one === name))).toBe(wanted);
});
