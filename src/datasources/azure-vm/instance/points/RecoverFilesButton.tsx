import type { GridColumn } from '#src/ui/grid/column.ts';
import { useRowTabIndex } from '#src/ui/grid/current-row.ts';
import { pointText } from '#src/ui/instance/point-columns.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import type { RecoveryPoint } from '#src/model/points.ts';
import { recoverFiles as words } from '#src/strings/files.ts';

interface RecoverFilesButtonProps {
  /** The machine's address, for the way to the wizard. */
  readonly address: string;
  readonly point: RecoveryPoint;
  readonly tabIndex: 0 | -1;
}

/** The way to the files of a restore point. */
export function RecoverFilesButton({ address, point, tabIndex }: RecoverFilesButtonProps) {
  return (
    <RouterButton
      size="small"
      to="/restore/new"
      search={{ instance: address, point: point.name, task: 'recoverFiles' }}
      preload={false}
      tabIndex={tabIndex}
      aria-label={words.asOf(pointText(point))}
    >
      {words.command}
    </RouterButton>
  );
}

/** The column that leads to the files of each restore point. */
export const filesColumn = (address: string): GridColumn<RecoveryPoint> => ({
  head: words.head,
  width: { least: 104 },
  leaves: 1,
  place: 'line',
  cell: (point) => <FilesCell address={address} point={point} />,
});

function FilesCell(props: Omit<RecoverFilesButtonProps, 'tabIndex'>) {
  return <RecoverFilesButton {...props} tabIndex={useRowTabIndex()} />;
}
