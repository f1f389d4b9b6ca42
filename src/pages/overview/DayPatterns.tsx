import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type DayKind, KINDS } from '#src/pages/overview/day.ts';

const OWN_COLORS = '@media (forced-colors: active)';

const useStyles = makeStyles({
  // Gray for what needs no look.
  completed: { fill: tokens.colorNeutralForeground4, [OWN_COLORS]: { fill: 'GrayText' } },
  other: { fill: tokens.colorNeutralForeground4, [OWN_COLORS]: { fill: 'GrayText' } },
  warnings: {
    fill: tokens.colorStatusWarningForeground1,
    [OWN_COLORS]: { fill: 'CanvasText' },
  },
  failed: { fill: tokens.colorStatusDangerForeground1, [OWN_COLORS]: { fill: 'CanvasText' } },
  running: { fill: tokens.colorCompoundBrandBackground, [OWN_COLORS]: { fill: 'Highlight' } },
  lines: {
    stroke: tokens.colorNeutralBackground1,
    fill: tokens.colorNeutralBackground1,
    [OWN_COLORS]: { stroke: 'Canvas', fill: 'Canvas' },
  },
});

/** Side of a tile, in pixels. */
const TILE = 5;

/** What is left open of a kind's color, drawn in the color of the page: recognizable without color. */
const OPEN: Readonly<Record<DayKind, ReactNode>> = {
  completed: null,
  other: <path d="M0 0H5V2H0zM0 2H2V5H0z" strokeWidth="0" />,
  warnings: <path d="M-1 1 1-1M0 5 5 0M4 6 6 4" strokeWidth="1.5" />,
  failed: <path d="M0 0 5 5M0 5 5 0" strokeWidth="1" />,
  running: <path d="M1 0V5" strokeWidth="2" />,
};

/** The fill of a kind, given the id of the patterns. */
export const patternOf = (id: string, kind: DayKind): string => `url(#${id}-${kind})`;

/** The patterns of all kinds, inside a drawing: plain, dots, stripes, a lattice, lines. */
export function DayPatterns({ id }: { readonly id: string }) {
  const styles = useStyles();
  return (
    <defs>
      {KINDS.map((kind) => (
        <pattern
          key={kind}
          id={`${id}-${kind}`}
          width={TILE}
          height={TILE}
          patternUnits="userSpaceOnUse"
        >
          <rect width={TILE} height={TILE} className={styles[kind]} />
          <g className={styles.lines}>{OPEN[kind]}</g>
        </pattern>
      ))}
    </defs>
  );
}
