import { useQuery, useQueryClient } from '@tanstack/react-query';
import { instanceQuery, pointsQuery } from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { POINTS_ID, useComparing } from '#src/pages/instance/compare/use-comparing.ts';
import { InstanceCommands } from '#src/pages/instance/InstanceCommands.tsx';
import { InstanceHeader } from '#src/pages/instance/InstanceHeader.tsx';
import { InstanceView } from '#src/pages/instance/InstanceView.tsx';
import { useSearch } from '#src/pages/instance/use-search.ts';
import { useSource } from '#src/pages/instance/use-source.ts';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { RegionSwitch } from '#src/ui/RegionSwitch.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

export interface KnownInstanceProps {
  readonly id: ResourceId;
  readonly address: string;
}

/** A protected machine whose address is one: its states of being read, and all that is told of it. */
export function KnownInstance({ id, address }: KnownInstanceProps) {
  const queries = useQueryClient();
  const instance = useQuery(instanceQuery(id));
  const source = useSource(instance.data);
  const { search, change, goTo } = useSearch();
  const isSecondary = search.view === 'secondary';
  const points = useQuery(pointsQuery(id, isSecondary));
  const comparing = useComparing(search.compare, points.data, goTo);
  const readAt = oldestReadAt([instanceQuery(id).queryKey, pointsQuery(id, isSecondary).queryKey]);
  return (
    <>
      <InstanceHeader
        id={id}
        item={instance.data}
        isReading={instance.isFetching}
        source={source}
        actions={
          <RegionSwitch
            isSecondary={isSecondary}
            onChange={(isSecond) => change({ view: isSecond ? 'secondary' : undefined })}
          />
        }
      />
      <InstanceCommands
        address={address}
        isSecondary={isSecondary}
        readAt={readAt}
        onCompare={() => {
          if (comparing.isFull) comparing.compare();
          else focusField(POINTS_ID);
        }}
        onRefresh={() => void queries.refetchQueries({ type: 'active' })}
      />
      <Loaded
        query={instance}
        problemOf={problemOf}
        what={words.what}
        wayOn={<RouterButton to="/instances">{common.backupInstances}</RouterButton>}
      >
        {(item) => (
          <InstanceView
            item={item}
            points={points}
            source={source}
            search={search}
            onChange={change}
            comparing={comparing}
            failed={instance.error ?? (points.data === undefined ? null : points.error)}
          />
        )}
      </Loaded>
    </>
  );
}
