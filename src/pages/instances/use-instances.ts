import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { type Exporting, useExport } from '#src/api/queries/export.tsx';
import {
  instancePages,
  type SourceMachines,
  sourceMachinesQuery,
} from '#src/api/queries/instances.ts';
import { type Paged, usePaged } from '#src/api/queries/paged.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { instancesCsv } from '#src/pages/instances/csv.ts';
import type { InstancesWanted } from '#src/pages/instances/search.ts';
import { instances as words } from '#src/strings/instances.ts';
import { useRowRange } from '#src/ui/grid/use-row-range.ts';
import { saveFile } from '#src/ui/save-file.ts';

export interface Instances {
  readonly list: Paged<ProtectedItem>;
  readonly sources: SourceMachines;
  /** Told which rows are in view. */
  readonly onRange: (first: number, last: number) => void;
  /** When the oldest part of what is in view was read. */
  readonly readAt: Instant | null;
  readonly csv: Exporting<ProtectedItem>['bar'];
  readonly onExport: () => void;
}

/** The protected items in view, with what is known of their machines, and the file of all of them. Idle: nothing is read. */
export function useInstances({ filter, order }: InstancesWanted, isIdle: boolean): Instances {
  const [range, onRange] = useRowRange();
  const { data: subscriptions = {} } = useQuery(subscriptionNamesQuery());
  const pages = { ...instancePages(filter, order), isIdle };
  const list = usePaged(pages, range);
  const csv = useExport<ProtectedItem>((rows) =>
    saveFile(words.csv.fileName, 'text/csv', instancesCsv(rows, subscriptions)),
  );
  const sources = useQueries({
    queries: list.pages.map(({ key, rows }) => sourceMachinesQuery(key, rows)),
    combine: together,
  });
  return {
    list,
    sources,
    onRange,
    readAt: oldestReadAt(list.pages.map(({ key }) => key)),
    csv: csv.bar,
    onExport: () => csv.start(pages.read),
  };
}

/** One object as long as nothing in it changes, so that rows are not drawn again for nothing. */
function together(results: readonly UseQueryResult<SourceMachines>[]): SourceMachines {
  return Object.fromEntries(results.flatMap(({ data }) => Object.entries(data ?? {})));
}
