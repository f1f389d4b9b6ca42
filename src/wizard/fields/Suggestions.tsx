import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { GoTo } from '#src/datasources/datasource.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { suggested as words, wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { focusField } from '#src/ui/dom.ts';
import { SuggestedContext, SuggestedTag } from '#src/ui/fields/FieldRow.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import type { Choice, DraftChange } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import {
  isPointSuggested,
  isStillNewest,
  newestUsable,
  suggest,
  useStoredWith,
  useSuggestedPoint,
} from '#src/wizard/draft/suggested.ts';
import { suggestionsLeft, type Transitions } from '#src/wizard/draft/transitions.ts';
import {
  type Candidate,
  changedDraft,
  isFieldHidden,
  type View,
  viewOf,
} from '#src/wizard/explain/view.ts';
import { type Read, known } from '#src/wizard/read.ts';

/** What a step suggests for its fields. */
export interface StepSuggestions<Reads> {
  /** In the order of the page: each is suggested with those before it. */
  readonly fields: readonly string[];
  /** The values that a field is likely to take, the likeliest first; none while that can't be known. */
  readonly likelyFor: (field: string, view: View<Reads>) => readonly Candidate[];
  /** Why a field is suggested what it holds, in few words. */
  readonly whyOf: (field: string, view: View<Reads>) => string;
}

/** Further down a list nothing is likely any more. */
const MOST_TRIED = 30;

/**
 * What the open fields of a step could hold, as far as that can be known by now. Empty for a draft
 * that takes no suggestions. Pure.
 */
export function suggestionsIn<Reads>(
  view: View<Reads>,
  { fields, likelyFor }: StepSuggestions<Reads>,
): DraftChange {
  const { suggested } = view.draft;
  if (suggested === undefined) return {};
  const found: Record<string, Choice | undefined> = {};
  // What the person has chosen stays, also where it is no longer there.
  const isOpen = (field: string) =>
    !(field in suggested) && (view.draft.choices[field] ?? null) === null;
  for (const field of fields.filter(isOpen)) {
    Object.assign(found, firstUsable(field, changed(view, found), likelyFor));
  }
  return found;
}

function firstUsable<Reads>(
  field: string,
  view: View<Reads>,
  likelyFor: StepSuggestions<Reads>['likelyFor'],
): DraftChange {
  if ((view.shown[field] ?? null) !== null || isFieldHidden(view, field)) return {};
  const likely = likelyFor(field, view).slice(0, MOST_TRIED);
  return likely.find(({ change }) => addsNothing(view, change))?.change ?? {};
}

const changed = <Reads,>(view: View<Reads>, change: DraftChange): View<Reads> =>
  viewOf(view.model, changedDraft(view, change), view.reads);

/** Whether no rule refuses or warns that hasn't before. */
function addsNothing<Reads>(view: View<Reads>, change: DraftChange): boolean {
  const speaking = ({ settled }: View<Reads>) =>
    settled.verdicts.flatMap(({ rule, state }) =>
      state === 'speaks' && ['block', 'warn'].includes(rule.kind) ? [rule] : [],
    );
  const before = new Set(speaking(view));
  return speaking(changed(view, change)).every((rule) => before.has(rule));
}

interface Found {
  readonly transitions: Transitions;
  readonly change: DraftChange;
}

const fillIn = (id: string, { transitions, change }: Found): void =>
  suggest(transitions, id, change);

interface SuggestedFieldsProps<Reads> {
  readonly view: View<Reads>;
  readonly suggestions: StepSuggestions<Reads>;
  /** Drawn with what is about to be filled in. */
  readonly children: (found: DraftChange) => ReactNode;
}

/** Fills in what is likely, and marks the fields that hold a suggestion, each with its reason and a way to clear it. */
export function SuggestedFields<Reads>({
  view,
  suggestions,
  children,
}: SuggestedFieldsProps<Reads>) {
  const { stored, model } = view;
  const { id } = stored;
  const { transitions } = model;
  const found = useMemo(
    () => ({ transitions, change: suggestionsIn(view, suggestions) }),
    [view, suggestions, transitions],
  );
  useStoredWith(id, found, fillIn);
  const left = new Set(suggestionsLeft(stored).map(([field]) => field));
  // One text, so that a key in another field draws no field anew.
  const key = suggestions.fields
    .filter((field) => left.has(field))
    .map((field) => `${field}:${suggestions.whyOf(field, view)}`)
    .join('\n');
  const marks = useMemo(() => {
    const lines = key === '' ? [] : key.split('\n').map((line) => line.split(':'));
    return {
      reasons: new Map(lines.map(([field = '', why = '']) => [field, why])),
      onClear: (field: string) => {
        // The field is empty before the focus goes to it.
        flushSync(() => changeChoices(transitions, id, { [field]: null }));
        focusField(field);
      },
    };
  }, [key, id, transitions]);
  return <SuggestedContext value={marks}>{children(found.change)}</SuggestedContext>;
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '160px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  said: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
});

interface PointOfList {
  readonly name: string;
  /** Null: not reported. */
  readonly time: Instant | null;
}

interface SuggestedPointProps<Reads, Row extends PointOfList> {
  readonly view: View<Reads>;
  readonly points: Read<readonly Row[]>;
  readonly isUsable: (point: Row) => boolean;
  readonly goTo: GoTo;
}

const POINT = 'point';
const POINT_STEP = 'restore-point';

/**
 * The restore point of a draft that came here without one: the newest that can be restored, in one line with the
 * way to another. Nothing where the person has selected one.
 */
export function SuggestedPoint<Reads, Row extends PointOfList>(
  props: SuggestedPointProps<Reads, Row>,
) {
  const styles = useStyles();
  const { second } = useCommonStyles();
  const { view, points, isUsable, goTo } = props;
  const { stored, model } = view;
  const rows = known(points);
  // After what has happened the newest may be a bad one.
  const takes = stored.suggested !== undefined && stored.cause === undefined;
  useSuggestedPoint(stored, model.transitions, takes ? (rows ?? []) : [], isUsable);
  const point = stored.choices[POINT] ?? null;
  const isSuggested = isPointSuggested(stored);
  if (point === null ? !takes : !isSuggested) return null;
  const chosen = rows?.find(({ name }) => name === point);
  const time = chosen?.time ?? null;
  return (
    <div className={styles.root}>
      <span>{wizard.point.label}</span>
      <span role="status" className={styles.said}>
        {isSuggested ? (
          <>
            {time !== null && <span>{dateTimeText(time)}</span>}
            {isStillNewest(stored, rows ?? [], isUsable) && (
              <>
                <SuggestedTag />
                <span className={second}>{words.newest}</span>
              </>
            )}
          </>
        ) : (
          <span>{noneText(points, isUsable)}</span>
        )}
        <LinkButton
          aria-label={isSuggested ? words.changePoint : words.selectPoint}
          onClick={() => goTo(POINT_STEP, POINT)}
        >
          {isSuggested ? words.change : words.selectPoint}
        </LinkButton>
      </span>
    </div>
  );
}

/** Why there is no suggestion yet, or none at all. */
function noneText<Row extends PointOfList>(
  points: Read<readonly Row[]>,
  isUsable: (point: Row) => boolean,
): string {
  if (points.state !== 'known') return wizard.reads[points.state];
  return newestUsable(points.value, isUsable) === null ? words.noPoint : words.noneSelected;
}
