import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { Consistency } from '#src/model/points.ts';

/** How a restore point and what is lost look wherever they are drawn. */

/** Drawn around the origin, in the color of the text around it; inside a ring is the page. */
const SHAPES: Readonly<Record<Consistency, ReactNode>> = {
  AppConsistent: <circle r="6" fill="currentColor" />,
  FileSystemConsistent: <circle r="5" fill="var(--page)" stroke="currentColor" strokeWidth="2" />,
  CrashConsistent: <path d="M-4-4 4 4M4-4-4 4" stroke="currentColor" strokeWidth="1.5" />,
  unknown: (
    <circle r="5" fill="var(--page)" stroke="currentColor" strokeWidth="2" strokeDasharray="2 2" />
  ),
};

const BARRED = (
  <>
    <circle r="5" fill="var(--page)" stroke="currentColor" strokeWidth="1.5" />
    <path d="M-3.5-3.5 3.5 3.5" stroke="currentColor" strokeWidth="1.5" />
  </>
);

interface SignShapeProps {
  readonly consistency: Consistency;
  /** The point can't be restored. */
  readonly isBlocked?: boolean | undefined;
}

/** The sign of a restore point inside a drawing: disc, ring, cross; dots where it is not known. */
export function SignShape({ consistency, isBlocked = false }: SignShapeProps) {
  return isBlocked ? BARRED : SHAPES[consistency];
}

const useStyles = makeStyles({
  sign: { flexShrink: 0, '--page': tokens.colorNeutralBackground1 },
  chosen: {
    color: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { color: 'Highlight' },
  },
  hatch: { color: tokens.colorStatusWarningBorder2 },
  bar: { display: 'inline-flex', justifyContent: 'flex-end', flexShrink: 0 },
});

/** The sign of a consistency beside its word. */
export function ConsistencySign({
  isChosen = false,
  ...shape
}: SignShapeProps & { readonly isChosen?: boolean }) {
  const styles = useStyles();
  return (
    <svg
      width="14"
      height="14"
      viewBox="-7 -7 14 14"
      aria-hidden
      className={isChosen ? `${styles.sign} ${styles.chosen}` : styles.sign}
    >
      <SignShape {...shape} />
    </svg>
  );
}

/** The hatch of what is lost, for a drawing to fill with by its id. */
export function LossHatch({ id }: { readonly id: string }) {
  const styles = useStyles();
  return (
    <pattern
      id={id}
      width="7"
      height="7"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
      className={styles.hatch}
    >
      <path d="M1 0V7" stroke="currentColor" strokeWidth="1.5" />
    </pattern>
  );
}

const BAR_PX = 72;

/** How much is lost, as a share of the most that a list has. */
export function LossBar({ share }: { readonly share: number }) {
  const styles = useStyles();
  const id = useId();
  const width = Math.max(2, Math.min(1, share) * BAR_PX);
  return (
    <svg width={BAR_PX} height="8" aria-hidden className={styles.bar}>
      <defs>
        <LossHatch id={id} />
      </defs>
      <rect x={BAR_PX - width} width={width} height="8" fill={`url(#${id})`} />
    </svg>
  );
}
