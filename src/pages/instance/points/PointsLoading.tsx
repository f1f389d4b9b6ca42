import { makeStyles } from '@fluentui/react-components';
import type { Instant } from '#src/lib/time.ts';
import { pointColumns } from '#src/pages/instance/points/columns.tsx';
import { instance } from '#src/strings/instance.ts';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';

const useStyles = makeStyles({
  // As high as the strip and the filters, so that nothing jumps.
  root: { paddingTop: '284px' },
});

/** Where the points will stand while they are being read. */
export function PointsLoading({ now }: { readonly now: Instant }) {
  const styles = useStyles();
  const columns = pointColumns({
    now,
    address: '',
    isSecondary: false,
    abilitiesOf: () => null,
    onWhy: () => undefined,
  });
  return (
    <div className={styles.root}>
      <GridLoading what={instance.points.what} columns={columns} isSelectable />
    </div>
  );
}
