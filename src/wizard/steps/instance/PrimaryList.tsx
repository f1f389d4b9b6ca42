import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instancePages } from '#src/api/queries/instances.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { countText } from '#src/lib/format.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instance-list.ts';
import { wizard } from '#src/strings/wizard.ts';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { InstanceRows, type InstanceRowsProps } from '#src/wizard/steps/instance/InstanceRows.tsx';

const words = wizard.instance;

/** The protected machines over all vaults. Azure searches: there may be a hundred thousand. */
export function PrimaryList(props: Omit<InstanceRowsProps, 'rows'>) {
  const [search, setSearch] = useState('');
  const instances = useQuery({
    ...pageQuery(instancePages({ ...EVERYTHING, search }, BY_NAME), 0),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <SearchField label={words.search} value={search} onSearch={setSearch} />
      <Loaded query={instances} problemOf={problemOf} what={words.what}>
        {({ rows, total }) => (
          <>
            <p role="status">{words.shown(rows.length, countText(total), search)}</p>
            <InstanceRows rows={rows} {...props} />
          </>
        )}
      </Loaded>
    </>
  );
}
