import type { ReactNode } from 'react';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';

export interface LabeledProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A cell with its label in front where a narrow screen shows no heads. */
export function Labeled({ label, children }: LabeledProps) {
  const { whenNarrow } = usePartStyles();
  return (
    <>
      <span className={whenNarrow}>{label} </span>
      {children}
    </>
  );
}
