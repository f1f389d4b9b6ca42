import { makeStyles, tokens } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askNow } from '#src/lib/limits.ts';
import { pauseEndText } from '#src/lib/format.ts';
import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { problemWords } from '#src/strings/problem-words.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Late } from '#src/ui/states/Late.tsx';
import { TryAgain } from '#src/ui/states/TryAgain.tsx';
import { Name } from '#src/ui/Name.tsx';
import { Status } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
  },
});

export interface InlineReadProps<Value> {
  readonly query: UseQueryResult<Value>;
  readonly problemOf: (error: unknown) => Problem;
  /** What is read, as in "You don't have permission to view the backup jobs of this vault." */
  readonly what: string;
  readonly children: (value: Value) => ReactNode;
}

/** The states of a read that is one line of a list of facts. */
export function InlineRead<Value>(props: InlineReadProps<Value>) {
  const styles = useStyles();
  const { query, problemOf, what, children } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) {
    return (
      <>
        {common.reading(what)} <Late />
      </>
    );
  }
  const problem = problemOf(query.error);
  const isForbidden = problem.kind === 'forbidden';
  return (
    <div className={styles.root}>
      <Status tone={isForbidden ? 'unknown' : 'failed'}>{problemWords(problem).title(what)}</Status>
      {problem.missingAction === null ? (
        <span>
          <Name>{problem.message}</Name>
        </span>
      ) : (
        <span>{common.missingAction(problem.missingAction)}</span>
      )}
      {problem.pause !== undefined && (
        <span>{common.pausedUntil(pauseEndText(problem.pause.until))}</span>
      )}
      {problem.requestId !== null && <CopyText label={common.requestId} text={problem.requestId} />}
      <TryAgain
        size="small"
        way={problem.way}
        what={what}
        onRetry={() => askNow(problem.pause, () => void query.refetch())}
      />
    </div>
  );
}
