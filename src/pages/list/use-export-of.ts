import { useState } from 'react';
import { type Exporting, useExport } from '#src/api/queries/export.tsx';
import type { Listed } from '#src/api/queries/paged.ts';
import type { PlaceNames } from '#src/api/resources/places.ts';
import type { ListedRow, ListFile, ListSpec } from '#src/datasources/list.ts';
import { csvText } from '#src/lib/csv.ts';
import { saveFile } from '#src/ui/save-file.ts';

export interface ListExport {
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
