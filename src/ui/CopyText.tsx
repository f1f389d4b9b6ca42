import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { hasCopied } from '#src/lib/browser.ts';
import { common } from '#src/strings/common.ts';
import { Name } from '#src/ui/text.tsx';
import { selectContents } from '#src/ui/dom.ts';

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

interface CopyTextProps {
  readonly label: string;
  readonly text: string;
}

/** Copies a text at a press. Where the browser doesn't allow that, it is to be selected instead. */
export function useCopy(text: string | (() => string)) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  return {
    isCopied: outcome === 'copied',
    isRefused: outcome === 'refused',
    shown: outcome === 'copied' ? common.copied : common.copy,
    copy: () => {
      setOutcome('none');
      void hasCopied(typeof text === 'string' ? text : text()).then((isCopied) =>
        setOutcome(isCopied ? 'copied' : 'refused'),
      );
    },
    forget: () => setOutcome('none'),
  };
}

/** An id with a button that copies it. Where the browser doesn't allow that, it is selected instead. */
export function CopyText({ label, text }: CopyTextProps) {
  const styles = useStyles();
  const { isRefused, shown, copy } = useCopy(text);
  return (
    <span className={styles.root}>
      <span>{label}</span>
      <span className={styles.text}>
        {isRefused ? <bdi ref={selectContents}>{text}</bdi> : <Name>{text}</Name>}
      </span>
      <Button
        size="small"
        appearance="subtle"
        icon={<Copy16Regular />}
        onClick={copy}
        aria-label={`${shown} ${label}`}
      >
        {shown}
      </Button>
      {isRefused && <span role="alert">{common.copyByHand}</span>}
    </span>
  );
}
