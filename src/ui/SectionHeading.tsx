import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface SectionHeadingProps {
  /** Its place in the page's outline; it looks the same at each. */
  readonly level: 2 | 3;
  /** With it the part can be gone to: its heading then takes the focus. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** The heading of a part of a page. */
export function SectionHeading({ level, id, children }: SectionHeadingProps) {
  const styles = useStyles();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Heading id={id} tabIndex={id === undefined ? undefined : -1} className={styles.root}>
      {children}
    </Heading>
  );
}
