import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  growing: { flexGrow: 1 },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    minHeight: tokens.lineHeightBase500,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
  },
});

interface PartProps {
  readonly title: string;
  /** At the end of the heading's line. */
  readonly action?: ReactNode;
  /** It takes what room is left. */
  readonly isGrowing?: boolean;
  readonly children: ReactNode;
}

/** A part of the panel under its heading. */
export function Part({ title, action, isGrowing = false, children }: PartProps) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={mergeClasses(styles.root, isGrowing && styles.growing)}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}
