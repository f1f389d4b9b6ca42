import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Instant } from '#src/lib/time.ts';
import { ReadAgo } from '#src/ui/page.tsx';
import { FindingRow, type FindingRowProps } from '#src/wizard/review/FindingRow.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  name: { fontWeight: tokens.fontWeightSemibold, ':focus': { outlineStyle: 'none' } },
});

export interface CheckRowProps extends FindingRowProps {
  /** What is looked at. */
  readonly name: string;
  /** Where something leads to the name, which then takes the focus: its id, and that of what was found. */
  readonly target?: { readonly id: string; readonly foundId: string | undefined };
  /** What was found, where it fits beside the name. */
  readonly beside?: ReactNode;
  /** When it was looked at. */
  readonly at: Instant | null;
}

/** One line of the list of checks: how it stands, what was looked at and when, and what follows. */
export function CheckRow({ name, target, beside, at, children, ...row }: CheckRowProps) {
  const styles = useStyles();
  return (
    <FindingRow {...row}>
      <div className={styles.root}>
        <div className={styles.head}>
          <span
            id={target?.id}
            tabIndex={target && -1}
            className={styles.name}
            aria-describedby={target?.foundId}
          >
            {name}
          </span>
          {beside}
          <ReadAgo at={at} />
        </div>
        {children}
      </div>
    </FindingRow>
  );
}
