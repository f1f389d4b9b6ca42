import { instanceAddress } from '#src/api/arm/address.ts';
import { countText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { ChangeSearch, InstanceSearch } from '#src/datasources/pages.ts';
import { coverage } from '#src/strings/coverage.ts';
import { instance } from '#src/strings/instance.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { Ignored } from '#src/ui/filters/Ignored.tsx';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import type { Comparing } from '#src/datasources/azure-vm/instance/use-comparing.ts';
import { CompareBar } from '#src/datasources/azure-vm/instance/points/CompareBar.tsx';
import { fits, readFilter } from '#src/ui/points/filter.ts';
import { NoPointFits } from '#src/ui/points/NoPointFits.tsx';
import { PointNarrowing } from '#src/ui/points/PointNarrowing.tsx';
import { PointList } from '#src/datasources/azure-vm/instance/points/PointList.tsx';

const words = instance.points;

export interface PointsProps {
  readonly itemId: ResourceId;
  /** The backup instance is deleted softly: nothing of it can be restored. */
  readonly isDeleted: boolean;
  readonly points: readonly RecoveryPoint[];
  readonly now: Instant;
  readonly search: InstanceSearch;
  readonly onChange: ChangeSearch;
  readonly comparing: Comparing;
}

/** The restore points of a machine: by day, narrowed by filters, and listed. */
export function Points(props: PointsProps) {
  const { second } = useCommonStyles();
  const { points, now, search, onChange, comparing } = props;
  const { filter, ignored } = readFilter(search);
  const shown = points.filter((point) => fits(point, filter));
  const selected = comparing.selected.flatMap(
    (name) => points.find((point) => point.name === name) ?? [],
  );
  const isSecondary = search.view === 'secondary';
  const address = isSecondary || props.isDeleted ? null : instanceAddress(props.itemId);
  return (
    <>
      <PointNarrowing {...{ points, now, search, filter, onChange }} />
      <Ignored
        parts={comparing.isIgnored ? [...ignored, `compare=${search.compare ?? ''}`] : ignored}
      />
      <CompareBar comparing={comparing} selected={selected} address={address} />
      {shown.length === 0 ? (
        <NoPointFits count={points.length} onChange={onChange} />
      ) : (
        <PointList
          itemId={props.itemId}
          isDeleted={props.isDeleted}
          isSecondary={isSecondary}
          points={shown}
          now={now}
          comparing={comparing}
        />
      )}
      <div className={second}>{coverage.ofPoints}</div>
      <GridFooter
        list={points}
        count={words.count(shown.length, points.length, {
          shown: countText(shown.length),
          all: countText(points.length),
        })}
      />
    </>
  );
}
