import { makeStyles } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { problemOf } from '#src/api/queries/problem.ts';
import { countText } from '#src/lib/format.ts';
import type { DiskBackupInstance, DiskRecoveryPoint } from '#src/model/data-protection.ts';
import { POINTS_ID } from '#src/pages/instance/compare/use-comparing.ts';
import { diskPointColumns } from '#src/pages/instance/disk/point-columns.tsx';
import { Section } from '#src/pages/instance/Section.tsx';
import { diskPages } from '#src/strings/disk-pages.ts';
import { diskStateText } from '#src/strings/disk-state.ts';
import { instance } from '#src/strings/instance.ts';
import { Grid } from '#src/ui/grid/Grid.tsx';
import { GridFooter } from '#src/ui/grid/GridFooter.tsx';
import { GridLoading } from '#src/ui/grid/GridLoading.tsx';
import { HEAD_PX, ROW_PX } from '#src/ui/grid/styles.ts';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { useNow } from '#src/ui/use-now.ts';

const words = diskPages.instance.points;

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;
/** A scroll bar's worth. */
const SLACK_PX = 4;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', maxHeight: '70dvh' },
});

export interface DiskPointsProps {
  readonly item: DiskBackupInstance;
  readonly query: UseQueryResult<DiskRecoveryPoint[]>;
  readonly address: string;
}

/** As of when the disk can be restored. Enter on a row restores. */
export function DiskPoints({ item, query, address }: DiskPointsProps) {
  const styles = useStyles();
  const navigate = useNavigate();
  const now = useNow(LOST_MS);
  const isNarrow = !useMedia('(min-width: 640px)');
  const columns = diskPointColumns({ now, address });
  return (
    <Section id={POINTS_ID} title={instance.points.title}>
      <Loaded
        query={query}
        problemOf={problemOf}
        what={words.what}
        loading={<GridLoading what={words.what} columns={columns} isSelectable={false} />}
      >
        {(points) =>
          points.length === 0 ? (
            <EmptyState title={words.none}>
              {words.noneBody(diskStateText(item.protectionState))}
            </EmptyState>
          ) : (
            <>
              <div
                className={styles.root}
                style={
                  isNarrow ? undefined : { height: HEAD_PX + points.length * ROW_PX + SLACK_PX }
                }
              >
                <Grid
                  label={instance.points.title}
                  columns={columns}
                  count={points.length}
                  rowAt={(index) => points[index]}
                  rowKey={({ name }) => name}
                  onOpen={({ name }) =>
                    void navigate({
                      to: '/restore/new',
                      search: { instance: address, point: name },
                    })
                  }
                />
              </div>
              <GridFooter
                list={points}
                count={words.count(points.length, countText(points.length))}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
