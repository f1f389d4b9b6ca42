import { Button } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { machineNameCandidates } from '#src/datasources/azure-vm/candidates.ts';
import { chosenText, transitions } from '#src/datasources/azure-vm/choices.ts';
import {
  candidatesOf,
  chosenPoint,
  type DraftView,
  vmViewOf,
} from '#src/datasources/azure-vm/model.ts';
import { dayOf } from '#src/lib/time.ts';
import type { StepId } from '#src/rules/fields.ts';
import { suggested as words } from '#src/strings/wizard.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { SuggestedContext } from '#src/ui/fields/FieldRow.tsx';
import type { DraftChange, Choice } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { suggest, suggestionsLeft, usedLast, useStoredWith } from '#src/wizard/draft/suggested.ts';
import { type Candidate, changedDraft } from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/reads/read.ts';

/**
 * The fields that a step suggests. Never the network: a second VM beside its source is a decision of
 * the person.
 */
const SUGGESTED: Readonly<Partial<Record<StepId, readonly SuggestedField[]>>> = {
  configuration: ['vmName', 'rg', 'staging'],
};

type SuggestedField = 'vmName' | 'rg' | 'staging';

/** The group that the latest restore went to; null where none is known. */
type LastGroup = string | null;

/**
 * What the open fields of a step could hold, as far as that can be known by now. Empty for a draft
 * that takes no suggestions. Pure.
 */
export function suggestionsFor(step: StepId, view: DraftView, lastGroup: LastGroup): DraftChange {
  const { suggested } = view.draft;
  if (suggested === undefined) return {};
  const open = (SUGGESTED[step] ?? []).filter((field) => !(field in suggested));
  const found: Record<string, Choice | undefined> = {};
  for (const field of open) {
    Object.assign(found, firstUsable(field, changed(view, found), lastGroup));
  }
  return found;
}

/** Further down a list nothing is likely any more. */
const MOST_TRIED = 30;

function firstUsable(field: SuggestedField, view: DraftView, lastGroup: LastGroup): DraftChange {
  if (view.shown[field] !== null || view.hidden.has(field)) return {};
  const likely = (likelyFor(field, view, lastGroup) ?? []).slice(0, MOST_TRIED);
  return likely.find(({ change }) => isUsable(view, change))?.change ?? {};
}

function likelyFor(field: SuggestedField, view: DraftView, lastGroup: LastGroup) {
  switch (field) {
    case 'staging':
      return candidatesOf(view, field);
    case 'vmName':
      return freeNames(view);
    case 'rg':
      return known(view.reads.groups)?.flatMap(({ name }): Candidate[] =>
        name === lastGroup ? [{ name, change: { rg: name } }] : [],
      );
  }
}

/** Names that say what the VM is a copy of, and as of which day; none before it is known which are taken. */
function freeNames(view: DraftView): Candidate[] {
  const { instance, machineNames } = view.reads;
  const name = known(instance)?.friendlyName;
  const time = chosenPoint(view)?.time ?? null;
  if (known(machineNames) === undefined || name === undefined || time === null) return [];
  return machineNameCandidates(`${name}-restored-${dayOf(time).slice(5).replace('-', '')}`);
}

const changed = (view: DraftView, change: DraftChange): DraftView =>
  vmViewOf(changedDraft(view, change), view.reads);

/** Whether no rule refuses or warns that hasn't before. */
function isUsable(view: DraftView, change: DraftChange): boolean {
  const speaking = ({ settled }: DraftView) =>
    settled.verdicts.flatMap(({ rule, state }) =>
      state === 'speaks' && ['block', 'warn'].includes(rule.kind) ? [rule] : [],
    );
  const before = new Set(speaking(view));
  return speaking(changed(view, change)).every((rule) => before.has(rule));
}

interface SuggestedNoteProps {
  readonly step: StepId;
  readonly view: DraftView;
}

/** Fills in what is likely, and says what that is and why, until it is changed. */
export function SuggestedNote({ step, view }: SuggestedNoteProps) {
  const { id } = view.draft;
  const found = useMemo(() => suggestionsFor(step, view, usedLast('rg')), [step, view]);
  useStoredWith(id, found, fillIn);
  const left = new Map(suggestionsLeft(view.stored));
  const fields = (SUGGESTED[step] ?? []).filter((field) => left.has(field));
  if (fields.length === 0) return null;
  const clear = () =>
    changeChoices(transitions, id, Object.fromEntries(fields.map((field) => [field, null])));
  return (
    <Notice
      title={words.title}
      actions={
        <Button size="small" onClick={clear}>
          {words.clear}
        </Button>
      }
    >
      <ul>
        {fields.map((field) => (
          <li key={field}>{lineOf(field, view, left.get(field))}</li>
        ))}
      </ul>
    </Notice>
  );
}

const fillIn = (id: string, found: DraftChange): void => suggest(transitions, id, found);

/** A field with what is suggested, as people name it, and why that. */
function lineOf(field: SuggestedField, view: DraftView, value: unknown): string {
  const named = candidatesOf(view, field).find(({ change }) => change[field] === value);
  return words.line(chosenText(field, undefined), named?.name ?? String(value), words.why[field]);
}

const WHY: ReadonlyMap<string, string> = new Map(Object.entries(words.why));

interface SuggestedMarksProps {
  readonly view: DraftView;
  readonly children: ReactNode;
}

/** Marks the fields that hold a suggestion, each with its reason. */
export function SuggestedMarks({ view, children }: SuggestedMarksProps) {
  // One text, so that a key in another field draws no field anew.
  const key = suggestionsLeft(view.stored)
    .map(([field]) => field)
    .join();
  const marks = useMemo(() => {
    const left = new Set(key.split(','));
    return new Map([...WHY].filter(([field]) => left.has(field)));
  }, [key]);
  return <SuggestedContext value={marks}>{children}</SuggestedContext>;
}
