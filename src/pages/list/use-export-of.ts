import { useState } from 'react';
import { type Listed, type ReadPage, readWholeList, type SoFar } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { useAsking } from '#src/api/queries/use-write.ts';
import type { PlaceNames } from '#src/api/resources/places.ts';
import type { ListedRow, ListFile, ListSpec } from '#src/datasources/list.ts';
import { csvText } from '#src/lib/csv.ts';
import type { ExportState } from '#src/model/problem.ts';
import { saveFile } from '#src/ui/dom.ts';

interface ListExport {
  /** The progress of the file; undefined while there is no file of this list. */
  readonly bar: Exporting<unknown>['bar'] | undefined;
  /** Null while there is nothing to export. */
  readonly onExport: (() => void) | null;
}

/** Saves the file of a list, even if the page shows another list by then. */
export function useExportOf<Row extends ListedRow>(
  spec: ListSpec<Row>,
  file: ListFile<Row> | undefined,
  { all }: Listed<Row>,
  names: PlaceNames,
): ListExport {
  const { start, bar } = useExport<Row>();
  const [begun, setBegun] = useState<unknown>(null);
  if (file === undefined || all === null) return { bar: undefined, onExport: null };
  const { fileName, heads, cells } = file;
  const save = (rows: readonly Row[]) =>
    saveFile(fileName, 'text/csv', csvText([heads, ...rows.map((row) => cells(row, names))]));
  const onExport = () => {
    if (typeof all !== 'function') return save(all);
    setBegun(spec);
    return start(all, save);
  };
  return { bar: begun === spec ? bar : undefined, onExport };
}

interface Reading<Row> {
  /** The list as requested when the reading started. */
  readonly read: ReadPage<Row>;
  /** Takes all rows: a page may show another list when they are there. */
  readonly save: (rows: readonly Row[]) => void;
  readonly soFar: SoFar<Row>;
  readonly abort: AbortController;
}

interface Exporting<Row> {
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
function useExport<Row>(): Exporting<Row> {
  const [reading, setReading] = useState<Reading<Row> | null>(null);
  const mutation = useAsking({
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
