import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { durationText } from '#src/lib/format.ts';
import { shell } from '#src/strings/shell.ts';
import { Notice } from '#src/ui/Notice.tsx';

const words = shell.clock;

const useStyles = makeStyles({
  root: {
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 639px)': { marginInline: tokens.spacingHorizontalL },
  },
});

interface ClockNoticeProps {
  /** How far Azure's clock is ahead of this computer's, in milliseconds. */
  readonly aheadMs: number;
  readonly onDismiss: () => void;
}

/** Says that this computer's clock is wrong, and by which clock times are shown. */
export function ClockNotice({ aheadMs, onDismiss }: ClockNoticeProps) {
  const styles = useStyles();
  const wrong = durationText(Math.abs(aheadMs));
  return (
    <div className={styles.root}>
      <Notice
        layout="auto"
        intent="warning"
        title={aheadMs < 0 ? words.fast(wrong) : words.slow(wrong)}
        actions={
          <Button size="small" onClick={onDismiss}>
            {words.dismiss}
          </Button>
        }
      >
        {words.shown}
      </Notice>
    </div>
  );
}
