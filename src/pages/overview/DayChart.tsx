import { listText } from '#src/lib/wording.ts';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { countText, timeText } from '#src/lib/format.ts';
import { barsOf } from '#src/pages/overview/bars.ts';
import { type LastDay, KINDS } from '#src/pages/overview/day.ts';
import { DayPatterns, patternOf } from '#src/pages/overview/DayPatterns.tsx';
import { overview } from '#src/strings/overview.ts';

const words = overview.day;

/** Of the picture's width, in shares of a bar. */
const GAP = 0.3;

const useStyles = makeStyles({
  picture: {
    display: 'block',
    width: '100%',
    height: '84px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media (forced-colors: active)': { borderBottomColor: 'CanvasText' },
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
  key: { width: '12px', height: '12px' },
  // Parts of a bar are kept apart by a line of the page.
  part: {
    stroke: tokens.colorNeutralBackground1,
    '@media (forced-colors: active)': { stroke: 'Canvas' },
  },
});

/** Bars by the hour, their kinds one above the other, and what each pattern means with its number. */
export function DayChart({ day }: { readonly day: LastDay }) {
  const styles = useStyles();
  const id = useId();
  const { hours, kinds, total } = day;
  const width = 100 / (hours.length * (1 + GAP) - GAP);
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
          listText(parts),
          busiest === undefined ? '' : timeText(busiest.begins),
          countText(most),
        )}
      >
        <DayPatterns id={id} />
        {barsOf(hours).map((bar, index) =>
          bar.map(({ kind, top, height }) => (
            <rect
              key={`${String(index)} ${kind}`}
              className={styles.part}
              fill={patternOf(id, kind)}
              x={percent(index * (1 + GAP) * width)}
              y={percent(top)}
              width={percent(width)}
              height={percent(height)}
            />
          )),
        )}
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
            <svg className={styles.key} aria-hidden>
              <rect width="100%" height="100%" fill={patternOf(id, kind)} />
            </svg>
            {parts[index]}
          </li>
        ))}
      </ul>
    </>
  );
}

const percent = (share: number): string => `${String(share)}%`;
