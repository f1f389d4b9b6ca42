import { Button, mergeClasses } from '@fluentui/react-components';
import type { Comparing } from '#src/datasources/azure-vm/instance/use-comparing.ts';
import { RecoverFilesButton } from '#src/datasources/azure-vm/instance/points/RecoverFilesButton.tsx';
import type { RecoveryPoint } from '#src/model/points.ts';
import { comparison } from '#src/strings/comparison.ts';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';
import { pointText } from '#src/ui/instance/point-columns.tsx';

export interface CompareBarProps {
  readonly comparing: Comparing;
  readonly selected: readonly RecoveryPoint[];
  /** The machine's address; null: files aren't recovered from here. */
  readonly address: string | null;
}

/** The selected restore points, and what can be done with them. */
export function CompareBar({ comparing, selected, address }: CompareBarProps) {
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
            <RecoverFilesButton address={address} point={only} tabIndex={0} />
          )}
          <Button size="small" appearance="subtle" onClick={clear}>
            {comparison.clear}
          </Button>
        </>
      )}
    </div>
  );
}
