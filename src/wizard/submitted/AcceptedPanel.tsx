import { useQuery } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import { operationQuery } from '#src/api/queries/restores.ts';
import { submission } from '#src/strings/submission.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import type { Operation } from '#src/wizard/draft/submission.ts';

const words = submission.accepted;

export interface AcceptedPanelProps {
  readonly operation: Operation;
}

/** While Azure makes the job of a machine's restore. */
export function AcceptedPanel({ operation }: AcceptedPanelProps) {
  const { error, refetch } = useQuery(operationQuery(operation));
  return <AcceptedState error={error} onRetry={() => void refetch()} />;
}

export interface AcceptedStateProps {
  /** What went wrong as the operation was asked about; null: nothing. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

/**
 * What goes wrong while Azure makes the job. What follows accepted restores on every page hands over
 * to the job.
 */
export function AcceptedState({ error, onRetry }: AcceptedStateProps) {
  if (error === null) return null;
  return <ProblemState problem={problemOf(error)} what={words.what} onRetry={onRetry} />;
}
