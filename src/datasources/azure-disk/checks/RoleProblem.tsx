import { problemOf } from '#src/api/queries/problem.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { CopyText } from '#src/ui/CopyText.tsx';

export interface RoleProblemProps {
  /** Of the request that changes a role assignment; null: it has not failed. */
  readonly error: Error | null;
  /** Text when no response arrived. */
  readonly lost: string;
  /** Text before Azure's own message. */
  readonly failed: string;
}

/** Why a role was not granted or revoked; nothing where nothing failed. */
export function RoleProblem({ error, lost, failed }: RoleProblemProps) {
  if (error === null) return null;
  const { kind, message, requestId } = problemOf(error);
  return (
    <div role="alert">
      {kind === 'lost' ? lost : `${failed} ${textInSentence(message)}`}
      {requestId !== null && <CopyText label={common.requestId} text={requestId} />}
    </div>
  );
}
