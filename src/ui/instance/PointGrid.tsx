import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { instance } from '#src/strings/instance.ts';
import { Grid, type GridProps } from '#src/ui/grid/Grid.tsx';
import { HEAD_PX, ROW_PX } from '#src/ui/grid/styles.ts';
import { useMedia } from '#src/ui/hooks.ts';

/** A scroll bar's worth. */
const SLACK_PX = 4;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', maxHeight: '70dvh' },
});

export interface PointGridProps<Point> extends Omit<
  GridProps<Point>,
  'label' | 'count' | 'rowAt' | 'rowKey'
> {
  readonly points: readonly Point[];
  /** What opens over the list. */
  readonly children?: ReactNode;
}

/** The restore points of a backup instance, as high as they need up to most of the window. */
export function PointGrid<Point extends { readonly name: string }>(props: PointGridProps<Point>) {
  const { points, children, ...grid } = props;
  const styles = useStyles();
  const isNarrow = !useMedia('(min-width: 640px)');
  const height = HEAD_PX + points.length * ROW_PX + SLACK_PX;
  return (
    <div className={styles.root} style={isNarrow ? undefined : { height }}>
      <Grid
        {...grid}
        label={instance.points.title}
        count={points.length}
        rowAt={(index) => points[index]}
        rowKey={({ name }) => name}
      />
      {children}
    </div>
  );
}
