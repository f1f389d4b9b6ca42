import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
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
  hatch: { color: tokens.colorStatusWarningBorder2 },
});

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

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
] as const;

/** `1 d 4 h 39 min`: how far back a restore goes, to the minute. */
export function lossText(ms: number): string {
  let rest = Math.max(0, Math.floor(ms / 60_000)) * 60_000;
  const parts = UNITS.flatMap(([size, unit]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${String(count)} ${unit}`];
  });
  return parts.length === 0 ? '0 min' : parts.join(' ');
}
