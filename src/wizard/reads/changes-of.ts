/** What tells one answer of a query from the next. */
interface Answered {
  readonly status: string;
  readonly fetchStatus: string;
  readonly dataUpdatedAt: number;
  readonly errorUpdatedAt: number;
}

/** A text that differs once a query is sent for the first time, or has another answer. */
export const changesOf = (queries: readonly Answered[]): string =>
  queries
    .map(({ status, fetchStatus, dataUpdatedAt, errorUpdatedAt }) =>
      [status, status === 'pending' ? fetchStatus : '', dataUpdatedAt, errorUpdatedAt].join(),
    )
    .join(' ');
