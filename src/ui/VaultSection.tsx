import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
});

export interface VaultSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the page under its heading, which also names it for readers. */
export function VaultSection({ title, children }: VaultSectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.root}>
      <div id={id}>
        <SectionHeading level={2}>{title}</SectionHeading>
      </div>
      {children}
    </section>
  );
}
