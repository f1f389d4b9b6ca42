import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Listed, type ReadPage, readWholeList, type SoFar } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { useAsking } from '#src/api/queries/use-write.ts';
import type { PlaceNames } from '#src/api/resources/places.ts';
import type { ListedRow, ListSpec, ListWanted } from '#src/datasources/list.ts';
import type { ExportState } from '#src/model/problem.ts';
import { fileText, filteredText } from '#src/pages/list/file.ts';
import { common } from '#src/strings/common.ts';
import { saveFile } from '#src/ui/dom.ts';
import type { ListFilter } from '#src/ui/filters/ListFilters.tsx';

interface ListExport {
  /** The progress of the file; undefined while there is no file of this list. */
  readonly bar: Exporting<unknown>['bar'] | undefined;
  /** Null while there is nothing to export. */
  readonly onExport: (() => void) | null;
}

interface ListToExport<Row extends ListedRow> {
  readonly spec: ListSpec<Row>;
  readonly list: ListWanted<Row>;
  readonly filters: readonly ListFilter[];
  readonly rows: Listed<Row>;
  readonly names: PlaceNames;
  /** What the page says now of the list. */
  readonly caveats: () => readonly string[];
}

/** Saves the file of a list, even if the page shows another list by then. */
export function useExportOf<Row extends ListedRow>({
  spec,
  list,
  filters,
  rows: { all, failed, whole },
  names,
  caveats,
}: ListToExport<Row>): ListExport {
  const { start, bar } = useExport<Row>();
  const queries = useQueryClient();
  const [begun, setBegun] = useState<unknown>(null);
  const { csv: file } = list;
  if (file === undefined || all === null) return { bar: undefined, onExport: null };
  const onExport = () => {
    setBegun(spec.what);
    const read = file.read ?? all;
    const isReadAgain = typeof read === 'function';
    const shownBeside = [
      filteredText(list, filters),
      // What is read to its end for the file has no such part.
      isReadAgain || failed === null ? null : common.partFailed(failed.message),
      ...caveats(),
    ].filter((text) => text !== null);
    start(read, async (pages) => {
      const rows = file.complete?.(pages) ?? pages;
      const input = { file, rows, caveats: shownBeside, names, queries, whole };
      const { text, notes } = await fileText(input);
      saveFile(file.fileName, 'text/csv', text);
      return { rows: rows.length, notes };
    });
  };
  return { bar: begun === spec.what ? bar : undefined, onExport };
}

interface Reading<Row> {
  /** The list as requested when the reading started, or all its rows. */
  readonly read: ReadPage<Row> | readonly Row[];
  /** Takes all rows: a page may show another list when they are there. Returns how many the file has, and what it lacks. */
  readonly save: (rows: readonly Row[]) => Promise<typeof NO_FILE>;
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
  readonly start: (read: Reading<Row>['read'], save: Reading<Row>['save']) => void;
}

/** Reads whole lists for files. */
function useExport<Row>(): Exporting<Row> {
  const [reading, setReading] = useState<Reading<Row> | null>(null);
  const mutation = useAsking({
    mutationFn: async (one: Reading<Row>) => {
      const rows = await rowsOf(one, (soFar) => setReading({ ...one, soFar }));
      return one.save(rows);
    },
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
const NO_FILE: { readonly rows: number; readonly notes: readonly string[] } = {
  rows: 0,
  notes: [],
};

interface Progress {
  readonly status: 'idle' | 'pending' | 'success' | 'error';
  readonly error: Error | null;
  readonly data: { readonly rows: number; readonly notes: readonly string[] } | undefined;
}

const rowsOf = async <Row>(
  { read, soFar: from, abort }: Reading<Row>,
  onProgress: (soFar: SoFar<Row>) => void,
): Promise<readonly Row[]> =>
  typeof read === 'function'
    ? readWholeList({ read, from, signal: abort.signal, onProgress })
    : read;

function stateOf({ status, error, data }: Progress, { rows, total }: SoFar<unknown>): ExportState {
  switch (status) {
    case 'idle':
      return { kind: 'none' };
    case 'pending':
      return { kind: 'reading', read: rows.length, total };
    case 'success':
      return { kind: 'saved', ...(data ?? NO_FILE) };
    case 'error':
      const { message, way } = problemOf(error);
      return { kind: 'failed', read: rows.length, message, way };
  }
}
