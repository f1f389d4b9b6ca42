import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { common } from '#src/strings/common.ts';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
  },
  text: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

export interface CopyTextProps {
  readonly label: string;
  readonly text: string;
}

/** An id with a button that copies it. */
export function CopyText({ label, text }: CopyTextProps) {
  const styles = useStyles();
  const [isCopied, setIsCopied] = useState(false);
  const shown = isCopied ? common.copied : common.copy;
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => setIsCopied(true));
  };
  return (
    <span className={styles.root}>
      <span>{label}</span>
      <span className={styles.text}>{text}</span>
      <Button
        size="small"
        appearance="subtle"
        icon={<Copy16Regular />}
        onClick={copy}
        aria-label={`${shown} ${label}`}
      >
        {shown}
      </Button>
    </span>
  );
}
