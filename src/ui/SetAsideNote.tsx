import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { flushSync } from 'react-dom';
import type { Explanation } from '#src/ui/explanation.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { Status } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
});

export interface SetAsideNoteProps {
  /** What was chosen, and why it is not used. */
  readonly text: string;
  readonly wayBack: Explanation['instead'];
  /** Goes to the field that is there again; left out where it stands beside this. */
  readonly onBack?: (() => void) | undefined;
}

/** A choice that is not used: why, and the way back to it. */
export function SetAsideNote({ text, wayBack, onBack }: SetAsideNoteProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Status tone="warning">{text}</Status>
      {wayBack !== null && (
        <Button
          size="small"
          onClick={() => {
            // The field that comes back is there before the focus goes to it.
            flushSync(() => wayBack.apply());
            if (!focusField(wayBack.field)) onBack?.();
          }}
        >
          {wayBack.label}
        </Button>
      )}
    </div>
  );
}
