import { makeStyles } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import type { Instant } from '#src/lib/time.ts';
import { viewSearch } from '#src/model/instance-list.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Comparing } from '#src/pages/instance/compare/use-comparing.ts';
import { pointColumns, pointText } from '#src/pages/instance/points/columns.tsx';
import { type AskedWhy, WhyPopover } from '#src/pages/instance/points/WhyPopover.tsx';
import { instance } from '#src/strings/instance.ts';
import { Grid } from '#src/ui/grid/Grid.tsx';
import { HEAD_PX, ROW_PX } from '#src/ui/grid/styles.ts';
import { useMedia } from '#src/ui/use-media.ts';
import { usePointAbilities } from '#src/wizard/use-point-abilities.ts';

/** A scroll bar's worth. */
const SLACK_PX = 4;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', maxHeight: '70dvh' },
});

export interface PointListProps {
  readonly itemId: ResourceId;
  /** The points are those of the secondary region. */
  readonly isSecondary: boolean;
  readonly points: readonly RecoveryPoint[];
  readonly now: Instant;
  readonly comparing: Comparing;
}

/** The points, however many: what each is, can do, and lacks. Enter restores, the space bar ticks. */
export function PointList(props: PointListProps) {
  const { itemId, isSecondary, points, now, comparing } = props;
  const styles = useStyles();
  const navigate = useNavigate();
  const isNarrow = !useMedia('(min-width: 640px)');
  const [asked, setAsked] = useState<AskedWhy | null>(null);
  const abilitiesOf = usePointAbilities(itemId, isSecondary ? 'secondary' : 'primary');
  const address = instanceAddress(itemId);
  const { ticked, tick } = comparing;
  const height = HEAD_PX + points.length * ROW_PX + SLACK_PX;
  return (
    <div className={styles.root} style={isNarrow ? undefined : { height }}>
      <Grid
        label={instance.points.title}
        columns={pointColumns({
          now,
          address,
          isSecondary,
          abilitiesOf,
          onWhy: setAsked,
        })}
        count={points.length}
        rowAt={(index) => points[index]}
        rowKey={({ name }) => name}
        selected={ticked}
        rowName={pointText}
        onSelect={({ name }) => tick(name)}
        onOpen={({ name }) =>
          void navigate({
            to: '/restore/new',
            search: { instance: address, point: name, ...viewSearch(isSecondary) },
          })
        }
      />
      <WhyPopover
        asked={asked}
        address={address}
        isSecondary={isSecondary}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}
