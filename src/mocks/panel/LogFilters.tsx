import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type LogFilter, logFilters } from '#src/mocks/panel/log-lines.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  choice: {
    position: 'relative',
    flexGrow: 1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    textAlign: 'center',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    marginInlineStart: '-1px',
    cursor: 'pointer',
    ':focus-within': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      zIndex: 1,
    },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': {
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      boxShadow: 'none',
      forcedColorAdjust: 'none',
    },
  },
  // Over the whole choice and not to be seen: what is chosen shows in the weight and the line below.
  radio: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'pointer' },
  count: { fontVariantNumeric: 'tabular-nums' },
});

interface LogFiltersProps {
  readonly counts: Readonly<Record<LogFilter, number>>;
  readonly value: LogFilter;
  readonly onChange: (filter: LogFilter) => void;
}

/** Which lines of the log are shown, and how many there are of each kind. */
export function LogFilters({ counts, value, onChange }: LogFiltersProps) {
  const styles = useStyles();
  return (
    <div role="radiogroup" aria-label={strings.show} className={styles.root}>
      {logFilters.map((filter) => (
        <label
          key={filter}
          className={mergeClasses(styles.choice, filter === value && styles.chosen)}
        >
          <input
            type="radio"
            name="simulation-log-filter"
            className={styles.radio}
            checked={filter === value}
            onChange={() => onChange(filter)}
          />
          {strings.filters[filter]} <span className={styles.count}>{counts[filter]}</span>
        </label>
      ))}
    </div>
  );
}
