import { type ReactNode, useMemo } from 'react';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { suggested as words } from '#src/strings/suggested.ts';
import { SuggestedContext } from '#src/ui/fields/suggested-mark.ts';
import { suggestionsLeft } from '#src/wizard/draft/suggested.ts';

const WHY: ReadonlyMap<string, string> = new Map(Object.entries(words.why));

export interface SuggestedMarksProps {
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
