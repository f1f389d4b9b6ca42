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

export interface UnusedChoiceNoteProps {
  /** What was chosen, and why it is not used. */
  readonly text: string;
  readonly instead: Explanation['instead'];
  /** Goes to the field that is there again; left out where it stands beside this. */
  readonly onApplied?: (() => void) | undefined;
}

/** A choice that isn't used: why, and the change that uses it. */
export function UnusedChoiceNote({ text, instead, onApplied }: UnusedChoiceNoteProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Status tone="warning">{text}</Status>
      {instead !== null && (
        <Button
          size="small"
          onClick={() => {
            // The field that comes back is there before the focus goes to it.
            flushSync(() => instead.apply());
            if (!focusField(instead.field)) onApplied?.();
          }}
        >
          {instead.label}
        </Button>
      )}
    </div>
  );
}
