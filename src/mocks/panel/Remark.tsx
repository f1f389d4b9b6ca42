import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
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
  const styles = useStyles();
  return (
    <p id={id} role={isAnswer ? 'status' : undefined} className={styles.root}>
      {children}
    </p>
  );
}
