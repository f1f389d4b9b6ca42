import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { ReactNode } from 'react';
import { UNSEEN } from '#src/ui/styles.ts';

const usePartStyles = makeStyles({
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
  const styles = usePartStyles();
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

const useRemarkStyles = makeStyles({
  root: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
});

interface RemarkProps {
  readonly id?: string;
  /** It answers something that the person did, and is read out. */
  readonly isAnswer?: boolean;
  readonly children: ReactNode;
}

/** A quiet line under a control. */
export function Remark({ id, isAnswer = false, children }: RemarkProps) {
  const styles = useRemarkStyles();
  return (
    <p id={id} role={isAnswer ? 'status' : undefined} className={styles.root}>
      {children}
    </p>
  );
}

interface OpenButtonProps {
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  readonly children: string;
}

/** Opens and closes what stands below it. */
export function OpenButton({ isOpen, onChange, children }: OpenButtonProps) {
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
      aria-expanded={isOpen}
      onClick={() => onChange(!isOpen)}
    >
      {children}
    </Button>
  );
}

const useAnnouncedStyles = makeStyles({ root: UNSEEN });

/** Read out when it appears, and not seen: what it says shows elsewhere. */
export function Announced({ children }: { readonly children: ReactNode }) {
  const styles = useAnnouncedStyles();
  return (
    <span role="status" className={styles.root}>
      {children}
    </span>
  );
}
