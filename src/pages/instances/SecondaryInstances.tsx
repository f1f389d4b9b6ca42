import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { secondaryInstancesQuery } from '#src/api/queries/instances.ts';
import { readAt } from '#src/api/queries/read-at.ts';
import { vaultNamesQuery } from '#src/api/queries/vault-names.ts';
import { countText } from '#src/lib/format.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { InstanceCommands } from '#src/pages/instances/InstanceCommands.tsx';
import { InstanceList } from '#src/pages/instances/InstanceList.tsx';
import type { InstancesSearch, InstancesWanted } from '#src/pages/instances/search.ts';
import { instances as words } from '#src/strings/instances.ts';
import { FilterPill } from '#src/ui/filters/FilterPill.tsx';
import { FilterRow } from '#src/ui/filters/FilterRow.tsx';
import { Ignored } from '#src/ui/filters/Ignored.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import { secondaryVaultOptions } from '#src/ui/filters/secondary-vaults.ts';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

const useStyles = makeStyles({
  intro: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} 0`,
    color: tokens.colorNeutralForeground2,
  },
});

const NO_SOURCES = {};

export interface SecondaryInstancesProps {
  readonly wanted: InstancesWanted;
  readonly onChange: (change: Partial<InstancesSearch>) => void;
}

/** What one vault keeps in its paired region: Azure has no list over all vaults for it. */
export function SecondaryInstances({ wanted, onChange }: SecondaryInstancesProps) {
  const styles = useStyles();
  const { filter, ignored } = wanted;
  const vault = filter.vaults[0];
  const vaults = useQuery(vaultNamesQuery());
  const isNowhere = vaults.data?.every(({ hasCrossRegionRestore }) => !hasCrossRegionRestore);
  const query = secondaryInstancesQuery(vault ?? resourceId(''));
  const items = useQuery({ ...query, enabled: vault !== undefined });
  const [chosen, setChosen] = useState<ProtectedItem | null>(null);
  const search = filter.search.toLowerCase();
  const rows = (items.data ?? []).filter(({ friendlyName }) =>
    friendlyName.toLowerCase().includes(search),
  );
  return (
    <>
      <InstanceCommands
        chosen={chosen}
        readAt={items.data === undefined ? null : readAt(query.queryKey)}
        onRefresh={() => void items.refetch()}
        onExport={null}
        isSecondary
      />
      <p className={styles.intro}>{words.secondary.intro}</p>
      <FilterRow>
        <SearchField
          label={words.search}
          value={filter.search}
          onSearch={(text) => onChange({ search: text || undefined })}
        />
        <FilterPill
          name={words.secondary.vault}
          options={vaults.data && secondaryVaultOptions(vaults.data)}
          chosen={vault === undefined ? [] : [vault]}
          nothing={words.secondary.nothing}
          isOneOf
          onChange={(values) => onChange({ vault: values.at(-1) })}
        />
      </FilterRow>
      <Ignored parts={ignored} />
      {vault === undefined ? (
        <EmptyState title={isNowhere ? words.secondary.noVaults : words.secondary.choose} />
      ) : (
        <InstanceList
          key={vault}
          read={items}
          count={rows.length}
          rowAt={(index) => rows[index]}
          sources={NO_SOURCES}
          filter={filter}
          isSecondary
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <GridFooter
        list={items.data}
        count={
          items.data === undefined
            ? ''
            : words.count(rows.length, countText(rows.length), filter.search)
        }
      />
    </>
  );
}
