import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { Cube20Regular } from '@fluentui/react-icons/svg/cube';
import { Desktop20Regular } from '@fluentui/react-icons/svg/desktop';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { HardDrive16Regular } from '@fluentui/react-icons/svg/hard-drive';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { Laptop20Regular } from '@fluentui/react-icons/svg/laptop';
import { PlugConnected16Regular } from '@fluentui/react-icons/svg/plug-connected';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import { Hatches, hatchOf, useFateStyles } from '#src/ui/picture/fates.tsx';
import type { Box, LineLook, Shape, Sign } from '#src/ui/picture/sheet.ts';

/** How the shapes of a picture look. Line and fill show a fate, and by lines alone where colors are forced. */

const OWN_COLORS = '@media (forced-colors: active)';
const PRINT = '@media print';

const useStyles = makeStyles({
  text: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    fill: tokens.colorNeutralForeground1,
    dominantBaseline: 'central',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'pre',
    [OWN_COLORS]: { fill: 'CanvasText' },
    [PRINT]: { fill: '#000' },
  },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  strong: { fontWeight: tokens.fontWeightSemibold },
  second: { fontSize: tokens.fontSizeBase200, fill: tokens.colorNeutralForeground2 },
  small: { fontSize: tokens.fontSizeBase200 },
  smallStrong: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  tabText: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    fill: tokens.colorNeutralForegroundOnBrand,
  },
  ribbon: {
    fill: tokens.colorBrandBackground2Hover,
    [OWN_COLORS]: { fill: 'none' },
    [PRINT]: { fill: '#eee' },
  },
  ribbonStill: { fill: tokens.colorNeutralBackground4 },
  tab: {
    fill: tokens.colorBrandBackground,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'Highlight' },
    [PRINT]: { fill: '#fff', stroke: '#000' },
  },
  page: {
    fill: tokens.colorNeutralBackground1,
    [OWN_COLORS]: { fill: 'Canvas' },
    [PRINT]: { fill: '#fff' },
  },
  tint: {
    fill: tokens.colorBrandBackground2,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'CanvasText' },
    [PRINT]: { fill: '#fff' },
  },
  frame: {
    fill: tokens.colorNeutralBackground3,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: '2 3',
    [OWN_COLORS]: { fill: 'none', stroke: 'CanvasText' },
    [PRINT]: { fill: 'none', stroke: '#000' },
  },
  track: {
    fill: tokens.colorNeutralBackground6,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  moving: { fill: tokens.colorCompoundBrandBackground, [OWN_COLORS]: { fill: 'Highlight' } },
  quiet: { fill: tokens.colorStatusWarningForeground3, [OWN_COLORS]: { fill: 'Highlight' } },
  stopped: { fill: tokens.colorNeutralForeground3, [OWN_COLORS]: { fill: 'GrayText' } },
  failed: { fill: tokens.colorStatusDangerBackground3, [OWN_COLORS]: { fill: 'Highlight' } },
  line: {
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '2',
    [OWN_COLORS]: { stroke: 'CanvasText' },
    [PRINT]: { stroke: '#000' },
  },
  network: { strokeWidth: '3' },
  brand: { stroke: tokens.colorCompoundBrandStroke, [OWN_COLORS]: { stroke: 'Highlight' } },
  dotted: { strokeDasharray: '1 3', [OWN_COLORS]: { stroke: 'GrayText' } },
  ok: { stroke: tokens.colorStatusSuccessForeground1 },
  warning: { stroke: tokens.colorStatusWarningForeground3 },
  error: { stroke: tokens.colorStatusDangerForeground1 },
  dot: {
    fill: tokens.colorNeutralForeground3,
    [OWN_COLORS]: { fill: 'CanvasText' },
    [PRINT]: { fill: '#000' },
  },
  dotNew: { fill: tokens.colorCompoundBrandBackground, [OWN_COLORS]: { fill: 'Highlight' } },
  ring: {
    fill: tokens.colorNeutralBackground1,
    strokeWidth: '2',
    [OWN_COLORS]: { fill: 'Canvas' },
  },
  // Icons take the color of what they stand in; a picture has no other use for it.
  icon: {
    color: tokens.colorNeutralForeground2,
    [OWN_COLORS]: { color: 'CanvasText' },
    [PRINT]: { color: '#000' },
  },
  good: {
    color: tokens.colorStatusSuccessForeground1,
    fill: tokens.colorStatusSuccessForeground1,
    [OWN_COLORS]: { color: 'CanvasText', fill: 'CanvasText' },
  },
  watch: { color: tokens.colorStatusWarningForeground3, [OWN_COLORS]: { color: 'CanvasText' } },
  bad: { color: tokens.colorStatusDangerForeground1, [OWN_COLORS]: { color: 'CanvasText' } },
  glyph: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '2',
    [OWN_COLORS]: { stroke: 'CanvasText' },
    [PRINT]: { stroke: '#000' },
  },
  glyphFilled: { fill: tokens.colorNeutralForeground1, [OWN_COLORS]: { fill: 'CanvasText' } },
  glyphBad: { stroke: tokens.colorStatusDangerForeground1 },
  glyphQuiet: { stroke: tokens.colorStatusWarningForeground3 },
  filled: {
    fill: tokens.colorBrandBackground2Hover,
    transitionProperty: 'width',
    transitionDuration: '200ms',
    [OWN_COLORS]: { fill: 'none' },
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0s' },
  },
});

type Styles = ReturnType<typeof useStyles>;

interface ShapesProps {
  /** Of the patterns, one for each picture of a page. */
  readonly id: string;
  readonly shapes: readonly Shape[];
}

export function Shapes({ id, shapes }: ShapesProps) {
  return (
    <>
      <Hatches id={id} />
      {shapes.map((shape, index) => (
        // Shapes have no names: each is where it is.
        <OneShape key={`${shape.is} ${String(index)}`} id={id} shape={shape} />
      ))}
    </>
  );
}

function OneShape({ id, shape }: { readonly id: string; readonly shape: Shape }): ReactNode {
  const styles = useStyles();
  switch (shape.is) {
    case 'part':
      return <PartFrame id={id} shape={shape} />;
    case 'ribbon': {
      const className = mergeClasses(styles.ribbon, shape.look !== 'moving' && styles.ribbonStill);
      const fill = shape.look === 'unknown' ? hatchOf(id, 'kept') : undefined;
      return (
        <path
          d={shape.path}
          className={fill === undefined ? className : undefined}
          fill={fill}
          data-look={shape.look}
        />
      );
    }
    case 'plate':
      return <Plate id={id} look={shape.look} box={shape.box} />;
    case 'text': {
      const className = mergeClasses(styles.text, textClass(styles, shape.look));
      return (
        <text x={shape.x} y={shape.y} textAnchor={shape.anchor} className={className}>
          {shape.words}
        </text>
      );
    }
    case 'line':
      return (
        <line
          x1={shape.from[0]}
          y1={shape.from[1]}
          x2={shape.to[0]}
          y2={shape.to[1]}
          className={mergeClasses(styles.line, lineClass(styles, shape.look))}
          data-look={shape.look}
        />
      );
    case 'dot': {
      const tone = shape.pin;
      const plain =
        shape.look === 'unknown'
          ? mergeClasses(styles.line, styles.ring)
          : mergeClasses(styles.dot, shape.look === 'new' && styles.dotNew);
      const ringed = mergeClasses(
        styles.line,
        styles.ring,
        tone !== undefined && lineClass(styles, tone),
      );
      return (
        <circle
          cx={shape.x}
          cy={shape.y}
          r={5}
          className={tone === undefined ? plain : ringed}
          data-look={shape.look}
        />
      );
    }
    case 'sign':
      return <SignMark sign={shape.sign} x={shape.x} y={shape.y} />;
  }
}

function textClass(styles: Styles, look: Extract<Shape, { is: 'text' }>['look']) {
  if (look === 'plain') return undefined;
  return look === 'tab' ? styles.tabText : styles[look];
}

function lineClass(styles: Styles, look: LineLook): string {
  switch (look) {
    case 'point':
    case 'newWire':
      return styles.brand;
    case 'network':
      return styles.network;
    case 'wire':
    case 'open':
      return '';
    case 'unknownWire':
    case 'unknown':
      return styles.dotted;
    case 'ok':
    case 'warning':
    case 'error':
      return styles[look];
  }
}

/** The frame of a card or a disk, filled as far as the restore is. */
function PartFrame({
  id,
  shape,
}: {
  readonly id: string;
  readonly shape: Extract<Shape, { is: 'part' }>;
}) {
  const styles = useStyles();
  const fates = useFateStyles();
  const { look, box, isCard, share } = shape;
  const isHatched = look === 'kept' || look === 'lost';
  const frame = { ...inset(box, look === 'new' || look === 'there' ? 1 : 0.5), rx: isCard ? 6 : 3 };
  const filled = share === undefined || share === null ? 0 : Math.round(box.width * share);
  return (
    <g data-look={look} data-card={isCard}>
      {/* Words on a hatch stand on the page’s own color. */}
      <rect
        {...frame}
        className={mergeClasses(
          fates.frame,
          fates[look],
          (isCard || share !== undefined) && fates.card,
        )}
      />
      {isHatched && <rect {...frame} fill={hatchOf(id, look)} className={fates.hatch} />}
      {share === null && <rect {...inset(box, 3)} fill={hatchOf(id, 'kept')} />}
      {filled > 0 && (
        <>
          <rect
            x={box.x + 2}
            y={box.y + 2}
            width={Math.max(0, filled - 4)}
            height={box.height - 4}
            className={styles.filled}
            data-look="filled"
          />
          {filled < box.width && (
            <line
              x1={box.x + filled}
              x2={box.x + filled}
              y1={box.y}
              y2={box.y + box.height}
              className={mergeClasses(styles.line, styles.brand)}
            />
          )}
        </>
      )}
      {look === 'lost' && <rect {...inset(box, 4)} className={fates.second} />}
    </g>
  );
}

const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
});

interface PlateProps {
  readonly id: string;
  readonly look: Extract<Shape, { is: 'plate' }>['look'];
  readonly box: Box;
}

function Plate({ id, look, box }: PlateProps) {
  const styles = useStyles();
  const fates = useFateStyles();
  const round = look === 'pill' ? box.height / 2 : look === 'frame' ? 8 : look === 'inner' ? 2 : 3;
  switch (look) {
    case 'lost':
    case 'hatched':
      return (
        <g data-look={look}>
          <rect {...box} rx={3} className={look === 'lost' ? fates.lost : fates.kept} />
          <rect {...box} rx={3} fill={hatchOf(id, look === 'lost' ? 'lost' : 'kept')} />
        </g>
      );
    case 'pill':
    case 'inner':
      return <rect {...box} rx={round} className={styles.page} data-look={look} />;
    case 'badge':
    case 'basis':
      return <rect {...box} rx={round} className={styles.tint} data-look={look} />;
    case 'tab':
    case 'frame':
    case 'track':
    case 'moving':
    case 'quiet':
    case 'stopped':
    case 'failed':
      return <rect {...box} rx={round} className={styles[look]} data-look={look} />;
  }
}

const ICONS = {
  machine: Desktop20Regular,
  disk: HardDrive16Regular,
  point: History20Regular,
  group: Cube20Regular,
  computer: Laptop20Regular,
  hardDrive: HardDrive16Regular,
  nic: PlugConnected16Regular,
  ok: CheckmarkCircle16Filled,
  warning: Warning16Filled,
  error: ErrorCircle16Filled,
  open: Circle16Regular,
  unknown: QuestionCircle16Regular,
};

const isIcon = (sign: Sign): sign is keyof typeof ICONS => Object.hasOwn(ICONS, sign);

interface SignProps {
  readonly sign: Sign;
  readonly x: number;
  readonly y: number;
}

function SignMark({ sign, x, y }: SignProps) {
  const styles = useStyles();
  if (isIcon(sign)) {
    const Icon = ICONS[sign];
    const half =
      sign === 'machine' || sign === 'point' || sign === 'group' || sign === 'computer' ? 10 : 8;
    const tone = { ok: styles.good, warning: styles.watch, error: styles.bad };
    const own = sign === 'ok' || sign === 'warning' || sign === 'error' ? tone[sign] : undefined;
    return (
      <g className={mergeClasses(styles.icon, own)} data-sign={sign}>
        <Icon x={x - half} y={y - half} />
      </g>
    );
  }
  const at = `translate(${String(x)} ${String(y)})`;
  return (
    <g transform={at} data-sign={sign}>
      <Glyph sign={sign} styles={styles} />
    </g>
  );
}

function Glyph({
  sign,
  styles,
}: {
  readonly sign: Exclude<Sign, keyof typeof ICONS>;
  readonly styles: Styles;
}) {
  switch (sign) {
    case 'running':
      return <circle r={5} className={styles.good} />;
    case 'stopped':
      return <circle r={4} className={styles.glyph} />;
    case 'AppConsistent':
      return <circle r={6} className={styles.glyphFilled} />;
    case 'FileSystemConsistent':
      return <circle r={5} className={styles.glyph} />;
    case 'CrashConsistent':
      return <path d="M-4 -4 4 4M-4 4 4 -4" className={styles.glyph} />;
    case 'notReported':
      return (
        <circle r={5} strokeDasharray="2 2" className={mergeClasses(styles.glyph, styles.dotted)} />
      );
    case 'arrow':
      return <path d="M-3 -6 4 0 -3 6" className={mergeClasses(styles.glyph, styles.brand)} />;
    case 'arrowDown':
      return <path d="M-6 -3 0 4 6 -3" className={mergeClasses(styles.glyph, styles.brand)} />;
    case 'pause':
      return <path d="M-2 -8V8M3 -8V8" className={mergeClasses(styles.glyph, styles.glyphQuiet)} />;
    case 'stroke':
      return <path d="M0 -8V8" className={styles.glyph} />;
    case 'cross':
      return (
        <path d="M-6 -6 6 6M-6 6 6 -6" className={mergeClasses(styles.glyph, styles.glyphBad)} />
      );
  }
}
