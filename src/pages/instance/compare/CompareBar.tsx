import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Comparing } from '#src/pages/instance/compare/use-comparing.ts';
import { comparison as words } from '#src/strings/comparison.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
    paddingInline: tokens.spacingHorizontalXXL,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
});

export interface CompareBarProps {
  readonly comparing: Comparing;
  /** The ticked points as people name them. */
  readonly times: readonly string[];
}

/** What is ticked to be compared, and what can be done with it. */
export function CompareBar({ comparing, times }: CompareBarProps) {
  const styles = useStyles();
  const { ticked, isFull, compare, untick } = comparing;
  return (
    <div className={styles.root}>
      <span role="status">
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
