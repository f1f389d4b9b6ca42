import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Name } from '#src/ui/Name.tsx';

const useStyles = makeStyles({
  line: {
    display: 'block',
    overflowX: 'clip',
    // A link is as high as it has to be and no wider than it is seen, its line as high as any other.
    '& > .fui-Link': {
      maxWidth: '100%',
      marginBlock: 'calc((1lh - 24px) / 2)',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      verticalAlign: 'bottom',
    },
    textOverflow: 'ellipsis',
    // A row of a fixed height says that its lines are not broken.
    whiteSpace: 'var(--white-space-of-lines, normal)',
    overflowWrap: 'anywhere',
  },
  second: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface TwoLinesProps {
  readonly first: ReactNode;
  readonly second?: ReactNode;
}

/** A cell of two lines, or of one that is not broken: what it is, and what tells it from its like. */
export function TwoLines({ first, second }: TwoLinesProps) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.line}>
        <Name>{first}</Name>
      </span>
      {second !== undefined && (
        <span className={`${styles.line} ${styles.second}`}>
          <Name>{second}</Name>
        </span>
      )}
    </>
  );
}
