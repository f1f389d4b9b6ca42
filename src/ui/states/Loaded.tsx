import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Problem } from '#src/model/problem.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import { SkeletonRows } from '#src/ui/states/SkeletonRows.tsx';

export interface LoadedProps<Value> {
  readonly query: Pick<UseQueryResult<Value>, 'data' | 'error' | 'refetch'>;
  readonly problemOf: (error: unknown) => Problem;
  readonly what: string;
  /** How many rows there will be, about. */
  readonly rows?: number | undefined;
  /** What stands there while the first read is under way; rows of a list unless told otherwise. */
  readonly loading?: ReactNode;
  /** Other parts that are drawn with it are still being read. */
  readonly isHeld?: boolean;
  /** Where else one may go when the read fails. */
  readonly wayOn?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/**
 * The states of a read: loading, failed or forbidden, there. A refresh that fails leaves the older
 * value where it is.
 */
export function Loaded<Value>({
  query,
  problemOf,
  what,
  rows,
  loading,
  isHeld = false,
  wayOn,
  children,
}: LoadedProps<Value>) {
  if (query.data !== undefined && !isHeld) return children(query.data);
  if (query.error !== null) {
    return (
      <ProblemState
        problem={problemOf(query.error)}
        what={what}
        onRetry={() => void query.refetch()}
        wayOn={wayOn}
      />
    );
  }
  return loading ?? <SkeletonRows what={what} rows={rows} />;
}
