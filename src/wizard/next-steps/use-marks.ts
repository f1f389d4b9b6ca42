import { useState, useSyncExternalStore } from 'react';
import type { StepMarks } from '#src/model/next-steps.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { markStep, marksOf, onMarks } from '#src/wizard/next-steps/marks.ts';

/** The marks of a job's steps, and the words for the latest change. */
export interface Marks {
  readonly notice: string;
  readonly of: (id: string) => StepMarks;
  readonly mark: (id: string, text: string, isDone: boolean) => void;
}

/** See {@link Marks}: the same in all tabs. */
export function useMarks(jobId: string): Marks {
  const marks = useSyncExternalStore(onMarks, () => marksOf(jobId));
  const [notice, setNotice] = useState('');
  return {
    notice,
    of: (id) => marks[id] ?? {},
    mark: (id, text, isDone) => {
      markStep(jobId, id, isDone);
      setNotice(isDone ? words.marked(text) : words.undone(text));
    },
  };
}
