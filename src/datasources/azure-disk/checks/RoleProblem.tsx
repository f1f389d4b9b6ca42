import { mayBeDone, problemOf } from '#src/api/queries/query.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { CopyText } from '#src/ui/CopyText.tsx';

export interface RoleProblemProps {
  /** Of the request that changes a role assignment; null: it has not failed. */
  readonly error: Error | null;
  /** Text where no answer says what came of it. */
  readonly lost: string;
  /** Text before Azure's own message. */
  readonly failed: string;
}

/** Why a role was not granted or revoked; nothing where nothing failed. */
export function RoleProblem({ error, lost, failed }: RoleProblemProps) {
  if (error === null) return null;
  const { requestId } = problemOf(error);
  return (
    <div role="alert">
      {roleProblemText(error, { lost, failed })}
      {requestId !== null && <CopyText label={common.requestId} text={requestId} />}
    </div>
  );
}

/** What is known of a request that failed and changes a role assignment. */
export const roleProblemText = (
  error: Error,
  { lost, failed }: Pick<RoleProblemProps, 'lost' | 'failed'>,
): string => (mayBeDone(error) ? lost : `${failed} ${textInSentence(problemOf(error).message)}`);
