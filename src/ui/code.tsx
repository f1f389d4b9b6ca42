import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import type { ReactNode } from 'react';
import type { Command } from '#src/lib/command.ts';
import { commands } from '#src/strings/commands.ts';
import { common } from '#src/strings/common.ts';
import { CopyText, useCopy } from '#src/ui/CopyText.tsx';
import { selectContents } from '#src/ui/dom.ts';
import { CodeText } from '#src/ui/text.tsx';

const useStyles = makeStyles({
  root: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    overflowX: 'auto',
    maxHeight: '320px',
    backgroundColor: tokens.colorNeutralBackground3,
    // Only forced colors draw this edge, where the tint is gone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

interface CodeBlockProps {
  readonly label: string;
  readonly text: string;
  /** Stands there in place of the text, such as the text to be selected. */
  readonly children?: ReactNode;
}

/** Lines of code word for word, in a place that scrolls. */
export function CodeBlock({ label, text, children }: CodeBlockProps) {
  const styles = useStyles();
  return (
    // A scrolling block must be reachable by keyboard.
    <pre role="group" className={styles.root} tabIndex={0} aria-label={label}>
      {children ?? <CodeText text={text} />}
    </pre>
  );
}

/** Lines of code with a button that copies them. Where the browser doesn't allow that, they are selected. */
export function CopyBlock({ label, text }: { readonly label: string; readonly text: string }) {
  const { isRefused, shown, copy } = useCopy(text);
  return (
    <>
      <CodeBlock label={label} text={text}>
        {isRefused ? <bdi ref={selectContents}>{text}</bdi> : undefined}
      </CodeBlock>
      <Button size="small" icon={<Copy16Regular />} aria-label={`${shown} ${label}`} onClick={copy}>
        {shown}
      </Button>
      {isRefused && <span role="alert">{common.copyByHand}</span>}
    </>
  );
}

interface CommandTextProps {
  readonly label: string;
  readonly command: Command;
}

/** A command to copy; or why there is none. */
export function CommandText({ label, command }: CommandTextProps) {
  return command.ok ? (
    <CopyText label={label} text={command.value} />
  ) : (
    <span>{commands.notExpressible(command.reason)}</span>
  );
}
