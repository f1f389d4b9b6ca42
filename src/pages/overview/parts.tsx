import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { overview as words } from '#src/strings/overview.ts';
import { running } from '#src/strings/progress.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { SkeletonRows } from '#src/ui/states.tsx';

/** What the parts of the start page share. */

export const usePartStyles = makeStyles({
  /** The parts of the main column, one below the other. */
  parts: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  /** What is below the page's edge moves nowhere. */
  waiting: { minHeight: '100vh' },
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
  },
  remark: { color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
  /** As high as the strip with its legend and its times. */
  strip: {
    minHeight: '176px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  /** Over the whole of an hour. */
  hour: {
    display: 'block',
    height: '100%',
    ':hover': { outline: `1px solid ${tokens.colorNeutralStroke1Hover}` },
  },
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
  const styles = usePartStyles();
  return (
    <div className={styles.heading}>
      <SectionHeading level={2}>{title}</SectionHeading>
      {remark !== undefined && <span className={styles.remark}>{remark}</span>}
      {children !== undefined && <span className={styles.end}>{children}</span>}
    </div>
  );
}

/** As many rows as each part will have, about. */
const PARTS = [
  { ...running, rows: 3 },
  { ...words.attention, rows: 2 },
  { ...words.day, rows: 5 },
];

/** The parts of the start page with their headings, while what draws them is on its way. */
export function MainLoading() {
  const { parts, waiting } = usePartStyles();
  return (
    <div className={mergeClasses(parts, waiting)}>
      {PARTS.map(({ title, what, rows }) => (
        <section key={title}>
          <PartHeading title={title} />
          <SkeletonRows what={what} rows={rows} />
        </section>
      ))}
    </div>
  );
}
