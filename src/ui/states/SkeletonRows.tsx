import { makeStyles, tokens } from '@fluentui/react-components';
import { common } from '#src/strings/common.ts';
import { ReadWait } from '#src/ui/states/ReadWait.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  row: {
    height: '20px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
});

export interface SkeletonRowsProps {
  /** What is being read, as in "Reading the backup instances." */
  readonly what: string;
  readonly rows?: number | undefined;
}

/**
 * Rows in the final height while a first read is under way, until when Azure asks to wait, and that it takes
 * longer than usual.
 */
export function SkeletonRows({ what, rows = 6 }: SkeletonRowsProps) {
  const styles = useStyles();
  return (
    <>
      <div role="progressbar" aria-busy aria-label={common.reading(what)} className={styles.root}>
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className={styles.row} />
        ))}
      </div>
      <ReadWait />
    </>
  );
}
