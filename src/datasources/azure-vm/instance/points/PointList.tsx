import { PointGrid } from '#src/ui/instance/PointGrid.tsx';
import { useNavigate } from '@tanstack/react-router';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { Instant } from '#src/lib/time.ts';
import { viewSearch } from '#src/model/instances.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Comparing } from '#src/datasources/azure-vm/instance/use-comparing.ts';
import { pointColumns } from '#src/datasources/azure-vm/instance/points/columns.tsx';
import { softDelete } from '#src/strings/soft-delete.ts';
import { pointText } from '#src/ui/instance/point-columns.tsx';
import {
  WhyPopover,
  type WhyQuestion,
} from '#src/datasources/azure-vm/instance/points/WhyPopover.tsx';
import { useOpening } from '#src/ui/use-opening.ts';
import { usePointAbilities } from '#src/datasources/azure-vm/instance/points/point-abilities.ts';

export interface PointListProps {
  readonly itemId: ResourceId;
  /** The points are those of the secondary region. */
  readonly isSecondary: boolean;
  /** The backup instance is deleted softly: nothing of it can be restored. */
  readonly isDeleted: boolean;
  readonly points: readonly RecoveryPoint[];
  readonly now: Instant;
  readonly comparing: Comparing;
}

/** The points, however many: what each is, can do, and lacks. Enter restores, the space bar ticks. */
export function PointList(props: PointListProps) {
  const { itemId, isSecondary, isDeleted, points, now, comparing } = props;
  const navigate = useNavigate();
  const { opening, open, close } = useOpening<WhyQuestion>();
  const abilitiesOf = usePointAbilities(itemId, isSecondary ? 'secondary' : 'primary');
  const address = instanceAddress(itemId);
  const { selected, toggle } = comparing;
  return (
    <PointGrid
      points={points}
      columns={pointColumns({
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
