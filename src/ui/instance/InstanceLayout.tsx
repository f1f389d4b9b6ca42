import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { instance as words } from '#src/strings/instance.ts';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';
import { NO_FACTS_BESIDE } from '#src/ui/styles.ts';

const useStyles = makeStyles({
  // The panel comes first for who reads on, and stands at the right for who sees.
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    gridTemplateAreas: '"main facts"',
    flex: '1 0 auto',
    [NO_FACTS_BESIDE]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"facts" "main"',
      flex: '0 0 auto',
    },
    // On a phone the points come first: they are what one opens the page for.
    '@media (max-width: 639px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"main" "facts"',
      flex: '0 0 auto',
    },
  },
  facts: { gridArea: 'facts', display: 'grid' },
  main: {
    gridArea: 'main',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    paddingBlock: tokens.spacingVerticalL,
    minWidth: 0,
  },
});

export interface InstanceLayoutProps {
  /** The panel that says what is protected. */
  readonly facts: ReactNode;
  /** Why the latest read failed, where what is shown is older; null when it did not. */
  readonly stale: string | null;
  readonly children: ReactNode;
}

/** How the page of a backup instance is laid out, whatever it is of. */
export function InstanceLayout({ facts, stale, children }: InstanceLayoutProps) {
  const styles = useStyles();
  const part = usePartStyles();
  return (
    <div className={styles.root}>
      <div className={styles.facts}>{facts}</div>
      <div className={styles.main}>
        {stale !== null && (
          <div className={part.inset}>
            <MessageBar intent="warning">
              <MessageBarBody>{words.stale(stale)}</MessageBarBody>
            </MessageBar>
          </div>
        )}
        {children}
      </div>
    </div>
  );
}
