import { Button, mergeClasses } from '@fluentui/react-components';
import type { Comparing } from '#src/pages/instance/compare/use-comparing.ts';
import { usePartStyles } from '#src/pages/instance/styles.ts';
import { comparison as words } from '#src/strings/comparison.ts';

export interface CompareBarProps {
  readonly comparing: Comparing;
  /** The ticked points as people name them. */
  readonly times: readonly string[];
}

/** What is ticked to be compared, and what can be done with it. */
export function CompareBar({ comparing, times }: CompareBarProps) {
  const styles = usePartStyles();
  const { ticked, isFull, compare, untick } = comparing;
  return (
    <div className={mergeClasses(styles.inset, styles.line)}>
      <span role="status" className={styles.second}>
        {words.ticked(times)} {isFull && words.atMost}
      </span>
      {ticked.length > 0 && (
        <>
          <Button size="small" onClick={compare}>
            {isFull ? words.compare : words.withNow}
          </Button>
          <Button size="small" appearance="subtle" onClick={untick}>
            {words.untick}
          </Button>
        </>
      )}
    </div>
  );
}
