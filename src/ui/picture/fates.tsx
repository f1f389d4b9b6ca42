import { makeStyles, tokens } from '@fluentui/react-components';

/** What a restore does to a part, by line and fill: never by color alone. */

const OWN_COLORS = '@media (forced-colors: active)';
const PRINT = '@media print';

const ofLine = (width: number, dashes = 'none') => ({
  strokeWidth: String(width),
  strokeDasharray: dashes,
});

export const useFateStyles = makeStyles({
  frame: {
    fill: tokens.colorNeutralBackground1,
    [OWN_COLORS]: { fill: 'Canvas' },
    [PRINT]: { fill: '#fff', stroke: '#000' },
  },
  unchanged: {
    ...ofLine(1),
    fill: tokens.colorNeutralBackground3,
    stroke: tokens.colorNeutralStroke1,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'CanvasText' },
    [PRINT]: { fill: '#fff', stroke: '#000' },
  },
  new: {
    ...ofLine(2),
    fill: tokens.colorBrandBackground2,
    stroke: tokens.colorCompoundBrandStroke,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'Highlight', strokeWidth: '3' },
    [PRINT]: { fill: '#fff', stroke: '#000' },
  },
  there: {
    ...ofLine(2),
    stroke: tokens.colorCompoundBrandStroke,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'Highlight', strokeWidth: '3' },
    [PRINT]: { fill: '#fff', stroke: '#000' },
  },
  notYet: {
    ...ofLine(2, '7 4'),
    stroke: tokens.colorCompoundBrandStroke,
    [OWN_COLORS]: { stroke: 'CanvasText' },
    [PRINT]: { stroke: '#000' },
  },
  notCreated: {
    ...ofLine(1, '3 3'),
    stroke: tokens.colorNeutralStrokeAccessible,
    [OWN_COLORS]: { stroke: 'CanvasText' },
    [PRINT]: { stroke: '#000' },
  },
  gone: {
    ...ofLine(1, '3 3'),
    stroke: tokens.colorNeutralStrokeAccessible,
    [OWN_COLORS]: { stroke: 'GrayText' },
    [PRINT]: { stroke: '#000' },
  },
  kept: {
    ...ofLine(1, '4 3'),
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStrokeAccessible,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'CanvasText' },
    [PRINT]: { stroke: '#000' },
  },
  lost: {
    ...ofLine(1),
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorStatusWarningBorder1,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'CanvasText' },
    [PRINT]: { stroke: '#000' },
  },
  unknown: {
    ...ofLine(1, '1 3'),
    stroke: tokens.colorNeutralStrokeAccessible,
    [OWN_COLORS]: { stroke: 'GrayText' },
    [PRINT]: { stroke: '#000' },
  },
  // Things in a group, without a machine.
  dotted: {
    ...ofLine(1, '2 3'),
    stroke: tokens.colorNeutralStrokeAccessible,
    [OWN_COLORS]: { stroke: 'CanvasText' },
    [PRINT]: { stroke: '#000' },
  },
  // A card is a sheet of the page.
  card: {
    fill: tokens.colorNeutralBackground1,
    [OWN_COLORS]: { fill: 'Canvas' },
    [PRINT]: { fill: '#fff' },
  },
  hatch: { [OWN_COLORS]: { display: 'none' } },
  // What is lost has a second line where no hatch is drawn.
  second: {
    display: 'none',
    fill: 'none',
    [OWN_COLORS]: { display: 'inline', stroke: 'CanvasText' },
  },
  hatchKept: { stroke: tokens.colorNeutralStroke1, [PRINT]: { stroke: '#000' } },
  hatchLost: { stroke: tokens.colorStatusWarningBorder2, [PRINT]: { stroke: '#000' } },
});

/** The fill of a fate, given the id of the patterns. */
export const hatchOf = (id: string, fate: 'kept' | 'lost'): string => `url(#${id}-${fate})`;

/** The hatches of what is kept and of what is lost, inside a drawing. */
export function Hatches({ id }: { readonly id: string }) {
  const styles = useFateStyles();
  const slant = { width: 7, height: 7, patternUnits: 'userSpaceOnUse' } as const;
  const stroke = 'M-1 1 1-1M0 7 7 0M6 8 8 6';
  return (
    <defs>
      <pattern id={`${id}-kept`} {...slant}>
        <path d={stroke} className={styles.hatchKept} />
      </pattern>
      <pattern id={`${id}-lost`} {...slant}>
        <path d={stroke} strokeWidth="2" className={styles.hatchLost} />
      </pattern>
    </defs>
  );
}
