import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const OWN_COLORS = '@media (forced-colors: active)';

const useStyles = makeStyles({
  // With an edge around it the empty part is seen as well, and it is tall enough for the edge.
  track: {
    width: '100%',
    height: '4px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
    [OWN_COLORS]: {
      boxSizing: 'border-box',
      height: '10px',
      border: '1px solid CanvasText',
      backgroundColor: 'Canvas',
    },
  },
  // The line at its end is seen even where a person has chosen one color for both parts.
  filled: {
    height: '100%',
    borderRadius: 'inherit',
    backgroundColor: tokens.colorCompoundBrandBackground,
    transitionProperty: 'width',
    transitionDuration: tokens.durationSlow,
    [OWN_COLORS]: {
      boxSizing: 'border-box',
      borderRight: '2px solid CanvasText',
      backgroundColor: 'Highlight',
    },
  },
  // Dashes instead of a line: a stalled job is recognizable without any color.
  stalled: {
    backgroundColor: 'transparent',
    backgroundImage: `repeating-linear-gradient(90deg, ${tokens.colorStatusWarningForeground1} 0 6px, transparent 6px 10px)`,
    [OWN_COLORS]: {
      backgroundColor: 'Canvas',
      backgroundImage: 'repeating-linear-gradient(90deg, Highlight 0 6px, Canvas 6px 10px)',
      // Else the browser leaves gradients out.
      forcedColorAdjust: 'none',
    },
  },
});

export interface JobProgressBarProps {
  /** What is measured, for screen readers. */
  readonly label: string;
  /** From 0 to 100. */
  readonly percent: number;
  /** The job makes no progress. */
  readonly isStalled: boolean;
  readonly className?: string;
}

/** How far a job is: a line while it goes on, dashes while it makes no progress. */
export function JobProgressBar({ label, percent, isStalled, className }: JobProgressBarProps) {
  const styles = useStyles();
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={percent / 100}
      className={mergeClasses(styles.track, className)}
    >
      <div
        className={mergeClasses(styles.filled, isStalled && styles.stalled)}
        style={{ width: `${String(percent)}%` }}
      />
    </div>
  );
}
