import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import { problemOf } from '#src/api/queries/query.ts';
import {
  WhyPopover,
  type WhyQuestion,
} from '#src/datasources/azure-vm/instance/points/WhyPopover.tsx';
import {
  vmPointColumns,
  RecoverFilesButton,
} from '#src/datasources/azure-vm/instance/points/columns.tsx';
import {
  type AbilitiesOf,
  usePointAbilities,
} from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import { stateText } from '#src/datasources/azure-vm/instance/source.ts';
import type { Comparing } from '#src/datasources/azure-vm/instance/use-comparing.ts';
import type { ChangeSearch, InstanceSearch } from '#src/datasources/datasource.ts';
import { countText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { type ProtectedItem, viewSearch } from '#src/model/instances.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { coverage } from '#src/strings/checks.ts';
import { mountedPoints } from '#src/strings/files.ts';
import { comparison, instance } from '#src/strings/instance.ts';
import { softDelete } from '#src/strings/instances.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Ignored } from '#src/ui/filters/FilterPill.tsx';
import { GridFooter, GridLoading } from '#src/ui/grid/Grid.tsx';
import { useOpening } from '#src/ui/hooks.ts';
import { PointTimeline } from '#src/ui/points/PointTimeline.tsx';
import { pointText } from '#src/ui/instance-columns.tsx';
import { PointGrid, POINTS_ID, Section } from '#src/ui/instance.tsx';
import { usePartStyles } from '#src/ui/styles.ts';
import { NoPointFits } from '#src/ui/points/PointFilters.tsx';
import { fits, readFilter } from '#src/ui/points/filter.ts';
import { EmptyState, ProblemState } from '#src/ui/states.tsx';

interface CompareBarProps {
  readonly comparing: Comparing;
  readonly selected: readonly RecoveryPoint[];
  /** The machine's address; null: files aren't recovered from here. */
  readonly address: string | null;
}

/** The selected restore points, and what can be done with them. */
function CompareBar({ comparing, selected, address }: CompareBarProps) {
  const styles = usePartStyles();
  const { isFull, compare, clear } = comparing;
  const [only] = selected;
  return (
    <div className={mergeClasses(styles.inset, styles.line)}>
      <span role="status" className={styles.second}>
        {comparison.selected(selected.map(pointText))} {isFull && comparison.atMost}
      </span>
      {selected.length > 0 && (
        <>
          <Button size="small" onClick={compare}>
            {isFull ? comparison.compare : comparison.withNow}
          </Button>
          {address !== null && only !== undefined && selected.length === 1 && (
            <RecoverFilesButton address={address} point={only} />
          )}
          <Button size="small" appearance="subtle" onClick={clear}>
            {comparison.clear}
          </Button>
        </>
      )}
    </div>
  );
}

interface PointListProps {
  readonly itemId: ResourceId;
  /** The points are those of the secondary region. */
  readonly isSecondary: boolean;
  /** The backup instance is deleted softly: nothing of it can be restored. */
  readonly isDeleted: boolean;
  readonly points: readonly RecoveryPoint[];
  readonly now: Instant;
  readonly comparing: Comparing;
  readonly abilitiesOf: AbilitiesOf;
}

/** The points, however many: what each is, can do, and lacks. Enter restores, the space bar ticks. */
function PointList(props: PointListProps) {
  const { itemId, isSecondary, isDeleted, points, now, comparing, abilitiesOf } = props;
  const navigate = useNavigate();
  const { opening, open, close } = useOpening<WhyQuestion>();
  const address = instanceAddress(itemId);
  const { selected, toggle } = comparing;
  return (
    <PointGrid
      points={points}
      columns={vmPointColumns({
        points,
        now,
        address,
        isSecondary,
        held: isDeleted ? softDelete.held : undefined,
        abilitiesOf,
        onWhy: open,
      })}
      selected={selected}
      rowName={pointText}
      onSelect={({ name }) => toggle(name)}
      onOpen={({ name }) => {
        if (isDeleted) return;
        void navigate({
          to: '/restore/new',
          search: { instance: address, point: name, ...viewSearch(isSecondary) },
        });
      }}
    >
      {opening !== null && (
        <WhyPopover
          key={opening.key}
          question={opening.about}
          begin={{ address, isSecondary }}
          onClose={close}
        />
      )}
    </PointGrid>
  );
}

const words = instance.points;

interface PointsProps {
  readonly itemId: ResourceId;
  /** The backup instance is deleted softly: nothing of it can be restored. */
  readonly isDeleted: boolean;
  readonly points: readonly RecoveryPoint[];
  readonly now: Instant;
  readonly search: InstanceSearch;
  readonly onChange: ChangeSearch;
  readonly comparing: Comparing;
}

/** Whether a point can't be restored in any way. */
const isBlocked = (abilities: ReturnType<AbilitiesOf>): boolean =>
  abilities?.every(({ state }) => state === 'notPossible') ?? false;

/** The restore points of a machine: in time, narrowed by filters, and listed. */
function Points(props: PointsProps) {
  const { points, now, search, onChange, comparing } = props;
  const { filter, ignored } = readFilter(search);
  const shown = points.filter((point) => fits(point, filter));
  const selected = comparing.selected.flatMap(
    (name) => points.find((point) => point.name === name) ?? [],
  );
  const isSecondary = search.view === 'secondary';
  const abilitiesOf = usePointAbilities(props.itemId, isSecondary ? 'secondary' : 'primary');
  const address = isSecondary || props.isDeleted ? null : instanceAddress(props.itemId);
  return (
    <>
      <PointTimeline
        points={points.map((point) => ({
          ...point,
          isBlocked: isBlocked(abilitiesOf(point)),
          isLeftOut: !fits(point, filter),
        }))}
        chosen={comparing.selected.at(-1) ?? null}
        onChoose={comparing.select}
        {...{ now, filter, onChange }}
      />
      <Ignored
        parts={comparing.isIgnored ? [...ignored, `compare=${search.compare ?? ''}`] : ignored}
      />
      {shown.length === 0 ? (
        <NoPointFits points={points} onChange={onChange} />
      ) : (
        <PointList
          itemId={props.itemId}
          isDeleted={props.isDeleted}
          isSecondary={isSecondary}
          points={shown}
          now={now}
          comparing={comparing}
          abilitiesOf={abilitiesOf}
        />
      )}
      {/* Below the list, which doesn't move when it grows. */}
      <CompareBar comparing={comparing} selected={selected} address={address} />
      <GridFooter
        list={points}
        count={words.count(shown.length, points.length, {
          shown: countText(shown.length),
          all: countText(points.length),
        })}
      >
        <details>
          <summary>{coverage.state}</summary>
          {coverage.ofPoints}
        </details>
      </GridFooter>
    </>
  );
}

/** The points that are mounted, or were at an earlier look: what came of unmounting one stays in view. */
function useMounted(points: readonly RecoveryPoint[] | undefined): readonly RecoveryPoint[] {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const mounted = (points ?? []).filter(({ isMounted }) => isMounted === true);
  if (mounted.some(({ name }) => !seen.has(name))) {
    setSeen(new Set([...seen, ...mounted.map(({ name }) => name)]));
  }
  return (points ?? []).filter(({ name }) => seen.has(name));
}

// Few restore points are ever mounted.
const MountedPoints = lazyPart(
  () => import('#src/datasources/azure-vm/instance/points/MountedPoints.tsx'),
  (code) => code.MountedPoints,
);

interface PointsSectionProps extends Omit<PointsProps, 'points' | 'itemId' | 'isDeleted'> {
  readonly item: ProtectedItem;
  readonly query: UseQueryResult<RecoveryPoint[]>;
}

/** As of when the machine can be restored. */
export function PointsSection({ item, query, ...rest }: PointsSectionProps) {
  const { data: points, error } = query;
  const mounted = useMounted(points);
  return (
    <Section id={POINTS_ID} title={words.title}>
      {points === undefined ? (
        error === null ? (
          <PointsLoading now={rest.now} />
        ) : (
          <ProblemState
            problem={problemOf(error)}
            what={words.what}
            onRetry={() => void query.refetch()}
          />
        )
      ) : points.length === 0 ? (
        <EmptyState title={words.none}>
          {words.noneBody(stateText(item.protectionState))}
        </EmptyState>
      ) : (
        <>
          {mounted.length > 0 && (
            <Part what={mountedPoints.what}>
              <MountedPoints points={mounted} machine={item.friendlyName} />
            </Part>
          )}
          <Points points={points} itemId={item.id} isDeleted={item.deletion !== null} {...rest} />
        </>
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  // As high as the timeline and the filters, so that nothing jumps.
  root: { paddingTop: '236px' },
});

/** Where the points will stand while they are being read. */
function PointsLoading({ now }: { readonly now: Instant }) {
  const styles = useStyles();
  const columns = vmPointColumns({
    points: [],
    now,
    address: '',
    isSecondary: false,
    held: undefined,
    abilitiesOf: () => null,
    onWhy: () => undefined,
  });
  return (
    <div className={styles.root}>
      <GridLoading what={instance.points.what} columns={columns} isSelectable />
    </div>
  );
}
