import { useQuery } from '@tanstack/react-query';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { pointsQuery } from '#src/api/recovery-services/points.ts';
import { useTogether } from '#src/api/queries/together.tsx';
import { DeletedMachine } from '#src/actions/SoftDeletedPlace.tsx';
import { problemOf } from '#src/api/queries/query.ts';
import { useComparing } from '#src/datasources/azure-vm/instance/compare/use-comparing.ts';
import { InstanceCommands } from '#src/datasources/azure-vm/instance/InstanceCommands.tsx';
import { InstanceHeader } from '#src/datasources/azure-vm/instance/InstanceHeader.tsx';
import { CompareSection } from '#src/datasources/azure-vm/instance/compare/CompareSection.tsx';
import { InstanceFacts } from '#src/datasources/azure-vm/instance/facts/InstanceFacts.tsx';
import { OwnDisks } from '#src/datasources/azure-vm/instance/OwnDisks.tsx';
import { PointsSection } from '#src/datasources/azure-vm/instance/points/PointsSection.tsx';
import { InstanceLayout } from '#src/ui/instance/InstanceLayout.tsx';
import { useNow } from '#src/ui/use-now.ts';
import { useSource } from '#src/datasources/azure-vm/instance/use-source.ts';
import type { InstancePageProps } from '#src/datasources/pages.ts';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { RegionSwitch } from '#src/ui/RegionSwitch.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;

/**
 * Page of a backup instance with a valid address: its loading states; then the instance, its restore points,
 * a comparison of two of them, and its jobs.
 */
export function KnownInstance(props: InstancePageProps) {
  const { id, address, search, change, goTo, Jobs, also } = props;
  const now = useNow(LOST_MS);
  const instance = useQuery(instanceQuery(id));
  const source = useSource(instance.data);
  const isTogether = useTogether();
  const isSecondary = search.view === 'secondary';
  const points = useQuery(pointsQuery(id, isSecondary));
  const comparing = useComparing(search.compare, points.data, goTo);
  // What is shown is older then.
  const failed = instance.error ?? (points.data === undefined ? null : points.error);
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
        id={id}
        address={address}
        isSecondary={isSecondary}
        isSourceDeleted={source.machine === null}
        isSoftDeleted={(instance.data?.deletion ?? null) !== null}
        onCompare={comparing.start}
      />
      {also}
      <Loaded
        query={instance}
        isHeld={!isTogether}
        problemOf={problemOf}
        what={words.what}
        wayOn={<RouterButton to="/instances">{common.backupInstances}</RouterButton>}
      >
        {(item) => (
          <InstanceLayout
            facts={<InstanceFacts item={item} points={points.data} source={source} />}
            stale={failed === null ? null : problemOf(failed).message}
          >
            <DeletedMachine item={item} />
            {comparing.chosen !== null && (
              <CompareSection
                chosen={comparing.chosen}
                source={source}
                now={now}
                onClose={comparing.close}
              />
            )}
            <PointsSection
              item={item}
              query={points}
              now={now}
              search={search}
              onChange={change}
              comparing={comparing}
            />
            <OwnDisks source={source} />
            <Jobs instance={item.id} />
          </InstanceLayout>
        )}
      </Loaded>
    </>
  );
}
