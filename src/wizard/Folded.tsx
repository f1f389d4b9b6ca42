import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

const useStyles = makeStyles({
  summary: { paddingBlock: tokens.spacingVerticalXS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface FoldedProps {
  readonly title: string;
  readonly count: number;
  /** Drawn only when it is open: nobody waits for what nobody has asked for. */
  readonly children: () => ReactNode;
}

/** A list behind its title; nothing where it is empty. */
export function Folded({ title, count, children }: FoldedProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  if (count === 0) return null;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {isOpen && <ul className={styles.list}>{children()}</ul>}
    </details>
  );
}
