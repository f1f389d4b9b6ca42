import { makeStyles, tokens } from '@fluentui/react-components';
import { countText, timeText } from '#src/lib/format.ts';
import { type Day, type HourOfDay, type Kind, KINDS } from '#src/pages/overview/day.ts';
import { overview } from '#src/strings/overview.ts';

const words = overview.day;

const OWN_COLOURS = '@media (forced-colors: active)';

/** Units of the picture: as wide as its bars, 100 high. It is drawn out to the width there is. */
const BAR = 10;
const GAP = 3;
const HEIGHT = 100;

const useStyles = makeStyles({
  picture: {
    display: 'block',
    width: '100%',
    height: '84px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  axis: {
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  key: { width: '10px', height: '10px' },
  // Grey for what needs no look. In a person's own colours the order of the bars tells them apart.
  completed: { fill: tokens.colorNeutralForegroundDisabled, [OWN_COLOURS]: { fill: 'GrayText' } },
  other: { fill: tokens.colorNeutralForeground4, [OWN_COLOURS]: { fill: 'GrayText' } },
  warnings: {
    fill: tokens.colorStatusWarningForeground1,
    [OWN_COLOURS]: { fill: 'CanvasText' },
  },
  failed: { fill: tokens.colorStatusDangerForeground1, [OWN_COLOURS]: { fill: 'CanvasText' } },
  running: { fill: tokens.colorBrandBackground, [OWN_COLOURS]: { fill: 'Highlight' } },
});

/** Bars by the hour, their kinds one above the other, and what each colour means with its number. */
export function DayChart({ day }: { readonly day: Day }) {
  const styles = useStyles();
  const { hours, kinds, total } = day;
  const most = Math.max(...hours.map((one) => one.total));
  const busiest = hours.find((one) => one.total === most) ?? hours[0];
  const shown = KINDS.filter((kind) => kinds[kind] > 0);
  const parts = shown.map((kind) => words.part(words.kinds[kind], countText(kinds[kind])));
  return (
    <>
      <svg
        className={styles.picture}
        role="img"
        aria-label={words.chart(
          countText(total),
          parts.join(', '),
          busiest === undefined ? '' : timeText(busiest.begins),
          countText(most),
        )}
        viewBox={`0 0 ${String(hours.length * (BAR + GAP) - GAP)} ${String(HEIGHT)}`}
        preserveAspectRatio="none"
      >
        {hours.map((hour, index) => (
          <Bar key={hour.begins} hour={hour} most={most} x={index * (BAR + GAP)} />
        ))}
      </svg>
      <div className={styles.axis} aria-hidden>
        {hours
          .filter((_, index) => index % 6 === 0 && index < hours.length - 1)
          .map(({ begins }) => (
            <span key={begins}>{timeText(begins)}</span>
          ))}
        <span>{words.now}</span>
      </div>
      <ul className={styles.legend}>
        {shown.map((kind, index) => (
          <li key={kind} className={styles.entry}>
            <svg className={styles.key} viewBox="0 0 10 10" aria-hidden>
              <rect width="10" height="10" className={styles[kind]} />
            </svg>
            {parts[index]}
          </li>
        ))}
      </ul>
    </>
  );
}

interface BarProps {
  readonly hour: HourOfDay;
  /** The jobs of the busiest hour, which fill the height. */
  readonly most: number;
  readonly x: number;
}

function Bar({ hour, most, x }: BarProps) {
  const styles = useStyles();
  const height = (jobs: number): number => (jobs / Math.max(1, most)) * HEIGHT;
  const below = (kind: Kind): number =>
    KINDS.slice(0, KINDS.indexOf(kind)).reduce((sum, one) => sum + hour.kinds[one], 0);
  return KINDS.filter((kind) => hour.kinds[kind] > 0).map((kind) => (
    <rect
      key={kind}
      className={styles[kind]}
      x={x}
      y={HEIGHT - height(below(kind) + hour.kinds[kind])}
      width={BAR}
      height={height(hour.kinds[kind])}
    />
  ));
}
