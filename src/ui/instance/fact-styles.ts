import { makeStyles, tokens } from '@fluentui/react-components';
import { NO_FACTS_BESIDE } from '#src/ui/styles.ts';

const IN_COLUMNS = {
  gridTemplateColumns: 'repeat(auto-fill, minmax(176px, 1fr))',
  columnGap: tokens.spacingHorizontalL,
} as const;

/** Facts stand one below the other in the panel, and in columns where it is as wide as the page. */
export const useFactStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    [NO_FACTS_BESIDE]: IN_COLUMNS,
    '@media (max-width: 639px)': IN_COLUMNS,
  },
  fact: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignContent: 'start',
    [NO_FACTS_BESIDE]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});
