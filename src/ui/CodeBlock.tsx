import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CodeText } from '#src/ui/CodeText.tsx';

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

export interface CodeBlockProps {
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
