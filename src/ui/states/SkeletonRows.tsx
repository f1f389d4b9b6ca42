import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { common } from '#src/strings/common.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
});

export interface SkeletonRowsProps {
  /** What is being read, as in "Reading the backup instances." */
  readonly what: string;
  readonly rows?: number | undefined;
}

/** Rows in the final height while a first read is under way. */
export function SkeletonRows({ what, rows = 6 }: SkeletonRowsProps) {
  const styles = useStyles();
  return (
    <Skeleton className={styles.root} aria-label={common.reading(what)}>
      {Array.from({ length: rows }, (_, index) => (
        <SkeletonItem key={index} size={20} />
      ))}
    </Skeleton>
  );
}
