import { armFacts } from '#src/api/arm/error.ts';
import { connectionTrouble } from '#src/api/commvault/connection.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { common } from '#src/strings/common.ts';
import { connection } from '#src/strings/commvault/connection.ts';
import { CodeText } from '#src/ui/CodeText.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Notice } from '#src/ui/Notice.tsx';

export interface ConnectionProblemProps {
  readonly error: Error;
  readonly host: string;
}

/** Why a test of the connection has failed, and what to do. */
export function ConnectionProblem({ error, host }: ConnectionProblemProps) {
  const trouble = connectionTrouble(error);
  const { title, advice } = connection.trouble[trouble];
  const { body = '', requestId = null } = armFacts(error) ?? {};
  return (
    <Notice intent="error" role="alert" title={title}>
      {trouble === 'refused' && `${problemOf(error).message} `}
      {advice}{' '}
      {trouble === 'unreachable' && (
        <CopyText label={connection.address} text={`https://${host}/`} />
      )}
      {requestId !== null && <CopyText label={common.requestId} text={requestId} />}
      {body !== '' && (
        <details>
          <summary>{common.details}</summary>
          <CodeText text={body} />
        </details>
      )}
    </Notice>
  );
}
