import { makeStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { common } from '#src/strings/common.ts';

const useStyles = makeStyles({
  root: { flexBasis: '100%' },
  text: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
  },
});

interface CopyByHandProps {
  /** What is copied. */
  readonly label: string;
  readonly text: string;
}

/** A text that the browser didn't copy: selected, so that a person can. */
export function CopyByHand({ label, text }: CopyByHandProps) {
  const styles = useStyles();
  const why = useId();
  return (
    <span className={styles.root}>
      <span id={why} role="alert">
        {common.copyByHand}
      </span>
      <textarea
        ref={selectAll}
        readOnly
        rows={2}
        spellCheck={false}
        className={styles.text}
        aria-label={label}
        aria-describedby={why}
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </span>
  );
}

function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
}
