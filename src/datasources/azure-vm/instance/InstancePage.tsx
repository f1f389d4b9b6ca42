import { Button } from '@fluentui/react-components';
import { ArrowSwap20Regular } from '@fluentui/react-icons/svg/arrow-swap';
import { DocumentArrowDown20Regular } from '@fluentui/react-icons/svg/document-arrow-down';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DeletedMachine } from '#src/actions/undelete.tsx';
import { vaultAddress } from '#src/api/arm/address.ts';
import { oldestReadAt, problemOf, prefetch } from '#src/api/queries/query.ts';
import { useTogether } from '#src/api/queries/together.tsx';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { pointsQuery } from '#src/api/recovery-services/points.ts';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import { CompareSection } from '#src/datasources/azure-vm/instance/CompareSection.tsx';
import { InstanceFacts } from '#src/datasources/azure-vm/instance/InstanceFacts.tsx';
import { OwnDisks } from '#src/datasources/azure-vm/instance/OwnDisks.tsx';
import { PointsSection } from '#src/datasources/azure-vm/instance/points/PointsSection.tsx';
import { type SourceVm, useSource } from '#src/datasources/azure-vm/instance/source.ts';
import { useComparing } from '#src/datasources/azure-vm/instance/use-comparing.ts';
import { vmRestoreOptions } from '#src/datasources/azure-vm/restore-options.ts';
import type { InstancePageOf, InstancePageProps } from '#src/datasources/datasource.ts';
import { type ProtectedItem, viewSearch } from '#src/model/instances.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { recoverFiles } from '#src/strings/files.ts';
import { instance as words } from '#src/strings/instance.ts';
import { softDelete } from '#src/strings/instances.ts';
import { RegionSwitch } from '#src/ui/RegionSwitch.tsx';
import { RouterButton } from '#src/ui/links.tsx';
import {
  InstanceCommands as Commands,
  InstanceHeader as Header,
  InstanceLayout,
  Opened,
} from '#src/ui/instance.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { useNow } from '#src/ui/hooks.ts';
import { InstancesButton } from '#src/ui/page.tsx';

interface VmInstanceCommandsProps extends Pick<InstancePageProps, 'id' | 'address'> {
  /** The page shows the restore points of the secondary region: a restore that starts here goes there. */
  readonly isSecondary: boolean;
  readonly isSourceDeleted: boolean;
  /** Its backup is deleted softly: nothing of it can be restored. */
  readonly isSoftDeleted: boolean;
  readonly onCompare: () => void;
}

/** What can be done with this machine. */
function VmInstanceCommands(props: VmInstanceCommandsProps) {
  const { id, address, isSecondary, isSourceDeleted, isSoftDeleted, onCompare } = props;
  const queries = useQueryClient();
  return (
    <Commands
      search={{ instance: address, ...viewSearch(isSecondary) }}
      held={isSoftDeleted ? softDelete.held : undefined}
      options={vmRestoreOptions}
      blocked={isSourceDeleted ? ({ needsSource }) => needsSource : undefined}
      readAt={oldestReadAt([instanceQuery(id).queryKey, pointsQuery(id, isSecondary).queryKey])}
      onRefresh={() => void queries.refetchQueries({ type: 'active' })}
    >
      {!isSecondary && !isSoftDeleted && (
        <RouterButton
          appearance="subtle"
          icon={<DocumentArrowDown20Regular />}
          to="/restore/new"
          search={{ instance: address, task: 'recoverFiles' }}
          preload={false}
        >
          {recoverFiles.command}
        </RouterButton>
      )}
      <Button appearance="subtle" icon={<ArrowSwap20Regular />} onClick={onCompare}>
        {words.comparePoints}
      </Button>
    </Commands>
  );
}

interface VmInstanceHeaderProps {
  readonly id: ResourceId;
  /** Undefined: not read. */
  readonly item: ProtectedItem | undefined;
  readonly isReading: boolean;
  readonly source: SourceVm;
  readonly actions: ReactNode;
}

/** Where one is: the machine, and what tells it from others of its name. */
function VmInstanceHeader({ id, item, source, ...rest }: VmInstanceHeaderProps) {
  const { data: names } = useQuery(subscriptionNamesQuery());
  const about = item && {
    before: [item.resourceGroup],
    vault: { address: vaultAddress(item.vaultId), name: item.vaultName },
    after: [names?.[item.subscriptionId.toLowerCase()] ?? item.subscriptionId, sourceText(source)],
  };
  // The last part of an item's name is that of its machine.
  const name = item?.friendlyName ?? id.split(';').at(-1) ?? '';
  return (
    <>
      {item && <Opened id={id} name={name} place={[item.resourceGroup, item.vaultName]} />}
      <Header name={name} about={about} {...rest} />
    </>
  );
}

function sourceText({ machine, unread }: SourceVm): string {
  if (machine === undefined)
    return unread === 'loading' ? words.sourceReading : words.sourceNotRead;
  return machine === null ? words.sourceDeleted : words.sourceExists;
}

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
      <VmInstanceHeader
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
      <VmInstanceCommands
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
        isOfAddress
        wayOn={<InstancesButton />}
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

/** The page of a backup instance. */
export const vmInstancePage: InstancePageOf = {
  warm: (queries, id, { view }) => {
    prefetch(queries, instanceQuery(id));
    prefetch(queries, pointsQuery(id, view === 'secondary'));
  },
  Page: KnownInstance,
};
