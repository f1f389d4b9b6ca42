import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SectionHeading } from '#src/ui/page.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
  },
  remark: { color: tokens.colorNeutralForeground2 },
  end: { marginInlineStart: 'auto', fontSize: tokens.fontSizeBase200 },
});

interface PartHeadingProps {
  readonly title: string;
  /** How many there are, or of which time. */
  readonly remark?: string | undefined;
  /** A link to all of them. */
  readonly children?: ReactNode;
}

/** The heading of a part of the start page, with a link to the whole at its end. */
export function PartHeading({ title, remark, children }: PartHeadingProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <SectionHeading level={2}>{title}</SectionHeading>
      {remark !== undefined && <span className={styles.remark}>{remark}</span>}
      {children !== undefined && <span className={styles.end}>{children}</span>}
    </div>
  );
}
