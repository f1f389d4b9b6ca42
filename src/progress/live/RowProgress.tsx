import { makeStyles, tokens } from '@fluentui/react-components';
import { JobProgressBar } from '#src/progress/live/JobProgressBar.tsx';
import type { Progress } from '#src/progress/progress.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    whiteSpace: 'nowrap',
  },
});

export interface RowProgressProps {
  /** What is measured, for screen readers. */
  readonly label: string;
  readonly progress: Pick<Progress, 'percent' | 'stall'>;
  /** The width of the bar. */
  readonly className: string;
}

/** How far a job is, in a row of a table: the bar and the figure. */
export function RowProgress({ label, progress: { percent, stall }, className }: RowProgressProps) {
  const styles = useStyles();
  if (percent === null) return common.notReported;
  return (
    <span className={styles.root}>
      <JobProgressBar
        className={className}
        label={label}
        percent={percent.value}
        isStalled={stall !== null}
      />
      {pages.job.percent(percent.value)}
    </span>
  );
}
