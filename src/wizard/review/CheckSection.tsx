import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { checks as words } from '#src/strings/checks.ts';
import { SectionHeading } from '#src/ui/page.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface CheckSectionProps {
  readonly title: string;
  /** With it the heading can take the focus. */
  readonly headingId?: string;
  readonly onCheckAgain: () => void;
  readonly children: ReactNode;
}

/** The checks before a restore under their heading, with the button that reads all of them again. */
export function CheckSection({ title, headingId, onCheckAgain, children }: CheckSectionProps) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <div className={styles.head}>
        <SectionHeading level={3} id={headingId}>
          {title}
        </SectionHeading>
        <Button size="small" onClick={onCheckAgain}>
          {words.checkAgain}
        </Button>
      </div>
      {children}
    </section>
  );
}

export interface CheckListProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A list of checks. */
export function CheckList({ label, children }: CheckListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}
