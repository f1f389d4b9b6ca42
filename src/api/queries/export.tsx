import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import { type ReadPage, readWholeList, type SoFar } from '#src/api/queries/paged.ts';
import type { ExportState } from '#src/model/problem.ts';

interface Reading<Row> {
  /** The list as requested when the reading started. */
  readonly read: ReadPage<Row>;
  /** Takes all rows: a page may show another list when they are there. */
  readonly save: (rows: readonly Row[]) => void;
  readonly soFar: SoFar<Row>;
  readonly abort: AbortController;
}

export interface Exporting<Row> {
  /** How it comes along, and what can be done about it. */
  readonly bar: {
    readonly state: ExportState;
    readonly onStop: () => void;
    /** Goes on where the last reading broke off. */
    readonly onGoOn: () => void;
  };
  /** Reads the list to its end and hands its rows over. */
  readonly start: (read: ReadPage<Row>, save: (rows: readonly Row[]) => void) => void;
}

/** Reads whole lists for files. */
export function useExport<Row>(): Exporting<Row> {
  const [reading, setReading] = useState<Reading<Row> | null>(null);
  const mutation = useMutation({
    mutationFn: (one: Reading<Row>) =>
      readWholeList({
        read: one.read,
        from: one.soFar,
        signal: one.abort.signal,
        onProgress: (soFar) => setReading({ ...one, soFar }),
      }),
    onSuccess: (rows, { save }) => save(rows),
  });
  const begin = (one: Reading<Row>): void => {
    setReading(one);
    mutation.mutate(one);
  };
  return {
    bar: {
      state: stateOf(mutation, reading?.soFar ?? NOTHING),
      onStop: () => {
        reading?.abort.abort();
        mutation.reset();
      },
      onGoOn: () => {
        if (reading !== null) begin({ ...reading, abort: new AbortController() });
      },
    },
    start: (read, save) => begin({ read, save, soFar: NOTHING, abort: new AbortController() }),
  };
}

const NOTHING = { rows: [], total: null };

interface Progress {
  readonly status: 'idle' | 'pending' | 'success' | 'error';
  readonly error: Error | null;
}

function stateOf({ status, error }: Progress, { rows, total }: SoFar<unknown>): ExportState {
  switch (status) {
    case 'idle':
      return { kind: 'none' };
    case 'pending':
      return { kind: 'reading', read: rows.length, total };
    case 'success':
      return { kind: 'saved', rows: rows.length };
    case 'error':
      const { message, way } = problemOf(error);
      return { kind: 'failed', read: rows.length, message, way };
  }
}
