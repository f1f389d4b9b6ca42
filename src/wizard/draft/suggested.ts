import { useEffect, useMemo, useState } from 'react';
import { dayOf, type Instant } from '#src/lib/time.ts';
import { type DraftChange, type Draft, isSent } from '#src/wizard/draft/schema.ts';
import { changeDraft, draftsHere, draftState } from '#src/wizard/draft/store.ts';
import { applied, suggestionsLeft, type Transitions } from '#src/wizard/draft/transitions.ts';

/**
 * Keeps with a draft at which step the person is, and those that were passed on the way; nothing else of it
 * changes.
 */
export function noteAt(id: string, step: string, passed: readonly string[] = []): void {
  const { draft } = draftState(id);
  if (!draft.ok || isSent(draft.value.submission)) return;
  const { visited = [], at } = draft.value;
  if (at === step && passed.every((one) => visited.includes(one))) return;
  changeDraft(id, (latest) => ({
    ...latest,
    at: step,
    ...(passed.length > 0 && { visited: [...new Set([...(latest.visited ?? []), ...passed])] }),
  }));
}

/**
 * Stores with a draft what has become known outside of it, each time that is something else. Both
 * `known` and `store` stay the same between draws that bring nothing new.
 */
export function useStoredWith<Known>(
  id: string,
  known: Known,
  store: (id: string, known: Known) => void,
): void {
  // Synchronizes the draft in the browser's storage with what has become known.
  useEffect(() => store(id, known), [id, known, store]);
}

/**
 * Fills in what is suggested for a draft, and keeps which that was: a field is suggested once, and
 * none that holds something. A draft that takes no suggestions stays as it is.
 */
export function suggest(transitions: Transitions, id: string, change: DraftChange): void {
  if (Object.keys(change).length === 0) return;
  changeDraft(id, (latest) => withSuggested(transitions, latest, change));
}

function withSuggested(transitions: Transitions, draft: Draft, change: DraftChange): Draft {
  const { suggested, choices, changedAt } = draft;
  if (suggested === undefined || isSent(draft.submission)) return draft;
  const open = Object.entries(change).flatMap(([field, value]) =>
    value === undefined || field in suggested || (choices[field] ?? null) !== null
      ? []
      : [[field, value] as const],
  );
  if (open.length === 0) return draft;
  const taken = Object.fromEntries(open);
  return {
    ...applied(transitions, draft, taken, changedAt),
    suggested: { ...suggested, ...taken },
  };
}

/** A restore point to suggest, and the backup instance that it is of. */
export interface SuggestedPoint {
  readonly instance: string;
  readonly point: string;
}

type PointOfDraft = Pick<Draft, 'choices' | 'suggestedPoint'>;

/** Whether the selected restore point is the suggested one, as the wizard filled it in. Pure. */
export const isPointSuggested = ({ choices, suggestedPoint }: PointOfDraft): boolean =>
  suggestedPoint !== undefined &&
  suggestedPoint.point !== null &&
  choices.instance === suggestedPoint.instance &&
  choices['point'] === suggestedPoint.point;

/**
 * Whether a restore point can be suggested: none is selected, cleared or was suggested for this backup
 * instance before; or the selected one is itself a suggestion. Pure.
 */
export const takesPoint = (draft: PointOfDraft & Pick<Draft, 'takenBack'>): boolean =>
  isPointSuggested(draft) ||
  ((draft.choices['point'] ?? null) === null &&
    draft.takenBack.every(({ field }) => field !== 'point') &&
    draft.suggestedPoint?.instance !== draft.choices.instance);

/** Selects a restore point as a suggestion, in any draft; a person's own choice stays. */
export function suggestPoint(transitions: Transitions, id: string, given: SuggestedPoint): void {
  changeDraft(id, (latest) =>
    isSent(latest.submission) || latest.choices.instance !== given.instance || !takesPoint(latest)
      ? latest
      : {
          ...applied(transitions, latest, { point: given.point }, latest.changedAt),
          suggestedPoint: given,
        },
  );
}

interface UsablePoint {
  readonly name: string;
  /** Null: not reported. */
  readonly time: Instant | null;
}

/** The name of the newest of some restore points that can be used; null where none can. Pure. */
export function newestUsable<Row extends UsablePoint>(
  rows: readonly Row[],
  isUsable: (row: Row) => boolean,
): string | null {
  const newestFirst = rows
    .filter(({ time }) => time !== null)
    .toSorted((a, b) => (b.time ?? 0) - (a.time ?? 0));
  return newestFirst.find(isUsable)?.name ?? null;
}

/** Whether the selected restore point was suggested, and still is the newest of those that can be used. Pure. */
export const isStillNewest = <Row extends UsablePoint>(
  draft: PointOfDraft,
  rows: readonly Row[],
  isUsable: (row: Row) => boolean,
): boolean => isPointSuggested(draft) && newestUsable(rows, isUsable) === draft.choices['point'];

/**
 * Suggests the newest restore point that is shown and can be restored, where the step was opened with none
 * selected. The suggestion follows the filters until a person selects a restore point or goes on.
 */
export function useSuggestedPoint<Row extends UsablePoint>(
  draft: Draft,
  transitions: Transitions,
  shown: readonly Row[],
  isUsable: (row: Row) => boolean,
): void {
  const { id, choices } = draft;
  const [isFollowing, setIsFollowing] = useState(() => (choices['point'] ?? null) === null);
  const takes = takesPoint(draft);
  // Whoever selects a restore point, or none, has decided: also who selects the suggested one later.
  if (isFollowing && !takes) setIsFollowing(false);
  const found = isFollowing && takes ? newestUsable(shown, isUsable) : null;
  const { instance } = choices;
  const known = useMemo(
    () =>
      found === null || instance === null
        ? null
        : { transitions, given: { instance, point: found } },
    [found, instance, transitions],
  );
  useStoredWith(id, known, storePoint);
}

interface KnownPoint {
  readonly transitions: Transitions;
  readonly given: SuggestedPoint;
}

function storePoint(id: string, known: KnownPoint | null): void {
  if (known !== null) suggestPoint(known.transitions, id, known.given);
}

/** Makes the suggestions of some fields the person's own: Next was pressed with them on screen. */
export function confirmSuggestions(id: string, fields: readonly string[]): void {
  const { draft } = draftState(id);
  if (!draft.ok || isSent(draft.value.submission)) return;
  if (fields.includes('point') && isPointSuggested(draft.value)) changeDraft(id, withOwnPoint);
  const left = suggestionsLeft(draft.value).filter(([field]) => fields.includes(field));
  if (left.length === 0) return;
  // A field that was suggested once isn't suggested again.
  const confirmed = Object.fromEntries(left.map(([field]) => [field, null]));
  changeDraft(id, (latest) => ({ ...latest, suggested: { ...latest.suggested, ...confirmed } }));
}

/** None is suggested for this backup instance again. */
const withOwnPoint = (draft: Draft): Draft =>
  draft.suggestedPoint === undefined
    ? draft
    : { ...draft, suggestedPoint: { ...draft.suggestedPoint, point: null } };

/** What the latest restore from this browser had in a field; null where there was none. */
export function usedLast(field: string): string | null {
  const [latest] = draftsHere()
    .filter(({ submission }) => isSent(submission))
    .toSorted((a, b) => b.changedAt - a.changedAt)
    .map(({ choices }) => choices[field]);
  return typeof latest === 'string' ? latest : null;
}

/** A name that says what a restore is a copy of, and as of which day: `app01-restored-0604`. */
export const restoredName = (source: string, at: Instant): string =>
  `${source}-restored-${dayOf(at).slice(5).replace('-', '')}`;
