import { mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';
import { SectionHeading } from '#src/ui/page.tsx';

export interface SectionProps {
  /** With it the heading takes the focus when the part is gone to. */
  readonly id?: string;
  readonly title: string;
  /** What stands beside the heading. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page under its heading. */
export function Section({ id, title, beside, children }: SectionProps) {
  const styles = usePartStyles();
  const ownId = useId();
  return (
    <section aria-labelledby={id ?? ownId} className={styles.column}>
      <div className={mergeClasses(styles.inset, styles.line)}>
        <SectionHeading level={2} id={id ?? ownId}>
          {title}
        </SectionHeading>
        {beside}
      </div>
      {children}
    </section>
  );
}
