import { mergeClasses } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askNow } from '#src/lib/limits.ts';
import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { Late, Pause, ProblemTitle, RequestId, TryAgain } from '#src/ui/states.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';

interface InlineReadProps<Value> {
  readonly query: UseQueryResult<Value>;
  readonly problemOf: (error: unknown) => Problem;
  /** What is read, as in "You don't have permission to view the backup jobs of this vault." */
  readonly what: string;
  readonly children: (value: Value) => ReactNode;
}

/** The states of a read that is one line of a list of facts. */
export function InlineRead<Value>(props: InlineReadProps<Value>) {
  const styles = useCommonStyles();
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
  return (
    <div className={mergeClasses(styles.column, styles.close)}>
      <ProblemTitle problem={problem} what={what} />
      {problem.missingAction === null ? (
        <span>
          <Name>{problem.message}</Name>
        </span>
      ) : (
        <span>{common.missingAction(problem.missingAction)}</span>
      )}
      <Pause pause={problem.pause} />
      <RequestId requestId={problem.requestId} />
      <TryAgain
        size="small"
        way={problem.way}
        what={what}
        onRetry={() => askNow(problem.pause, () => void query.refetch())}
      />
    </div>
  );
}
