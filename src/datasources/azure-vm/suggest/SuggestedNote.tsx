import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { StepId } from '#src/rules/fields.ts';
import { suggested as words } from '#src/strings/suggested.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { chosenText } from '#src/datasources/azure-vm/choices/choice-text.ts';
import { transitions } from '#src/datasources/azure-vm/choices/transitions.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { candidatesOf } from '#src/datasources/azure-vm/explain/candidates-of.ts';
import {
  SUGGESTED,
  type SuggestedField,
  suggestionsFor,
} from '#src/datasources/azure-vm/suggest/suggest.ts';
import type { Change } from '#src/wizard/draft/schema.ts';
import { suggest, suggestionsLeft, usedLast } from '#src/wizard/draft/suggested.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { useStoredWith } from '#src/wizard/draft/use-stored-with.ts';

export interface SuggestedNoteProps {
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

const fillIn = (id: string, found: Change): void => suggest(transitions, id, found);

/** A field with what is suggested, as people name it, and why that. */
function lineOf(field: SuggestedField, view: DraftView, value: unknown): string {
  const named = candidatesOf(view, field).find(({ change }) => change[field] === value);
  return words.line(chosenText(field, undefined), named?.name ?? String(value), words.why[field]);
}
