import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { countText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import { common } from '#src/strings/common.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  // As high as the buttons that come beside it.
  count: { minHeight: '24px' },
});

export interface GridFooterProps {
  /** How many rows there are; told to screen readers when it changes. */
  readonly count: string;
  /** The list as it was read; the footer shows if Azure has more. */
  readonly list?: readonly unknown[] | undefined;
  readonly children?: ReactNode;
}

/** What stands under a grid. */
export function GridFooter({ count, list, children }: GridFooterProps) {
  const styles = useStyles();
  const all = list !== undefined && isCut(list) ? common.cut(countText(list.length)) : '';
  return (
    <div className={styles.root}>
      <span role="status" className={styles.count}>
        {`${count} ${all}`.trim()}
      </span>
      {children}
    </div>
  );
}
