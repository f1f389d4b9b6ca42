import { pointText } from '#src/ui/instance/point-columns.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { recoverFiles as words } from '#src/strings/files.ts';

export interface RecoverFilesButtonProps {
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
