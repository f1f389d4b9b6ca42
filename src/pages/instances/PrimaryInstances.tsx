import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useExport } from '#src/api/queries/export.tsx';
import { instancePages } from '#src/api/queries/instances.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import { sortText } from '#src/lib/address-values.ts';
import { countText } from '#src/lib/format.ts';
import { BY_NAME } from '#src/model/instance-list.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { instancesCsv } from '#src/pages/instances/csv.ts';
import { InstanceCommands } from '#src/pages/instances/InstanceCommands.tsx';
import { InstanceFilters } from '#src/pages/instances/InstanceFilters.tsx';
import { InstanceList } from '#src/pages/instances/InstanceList.tsx';
import type { InstancesSearch, InstancesWanted } from '#src/pages/instances/search.ts';
import { useInstances } from '#src/pages/instances/use-instances.ts';
import { instances as words } from '#src/strings/instances.ts';
import { ListTroubles } from '#src/ui/filters/ListTroubles.tsx';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { saveFile } from '#src/ui/save-file.ts';
import { useRowRange } from '#src/ui/grid/use-row-range.ts';

export interface PrimaryInstancesProps {
  readonly wanted: InstancesWanted;
  readonly onChange: (change: Partial<InstancesSearch>) => void;
}

/** The list over all vaults, as they stand in their own regions. */
export function PrimaryInstances({ wanted, onChange }: PrimaryInstancesProps) {
  const { filter, order } = wanted;
  const queries = useQueryClient();
  const [range, setRange] = useRowRange();
  const [chosen, setChosen] = useState<ProtectedItem | null>(null);
  const { list, sources, readAt } = useInstances(wanted, range);
  const { data: subscriptions = {} } = useQuery(subscriptionNamesQuery());
  const csv = useExport<ProtectedItem>((rows) =>
    saveFile(words.csv.fileName, 'text/csv', instancesCsv(rows, subscriptions)),
  );
  const count = list.first.data?.total ?? 0;
  return (
    <>
      <InstanceCommands
        chosen={chosen}
        readAt={readAt}
        onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })}
        onExport={() => csv.start(instancePages(filter, order).read)}
      />
      <InstanceFilters filter={filter} onChange={onChange} />
      <ListTroubles ignored={wanted.ignored} failed={list.failed} csv={csv.bar} />
      <InstanceList
        key={JSON.stringify(filter)}
        read={list.first}
        count={count}
        rowAt={list.rowAt}
        sources={sources}
        filter={filter}
        order={order}
        onOrder={(next) => onChange({ sort: sortText(next, BY_NAME) })}
        onRange={setRange}
        chosen={chosen}
        onChoose={setChosen}
      />
      <GridFooter
        count={
          list.first.data === undefined ? '' : words.count(count, countText(count), filter.search)
        }
      >
        {chosen === null && <span>{words.chooseFirst}</span>}
      </GridFooter>
    </>
  );
}
