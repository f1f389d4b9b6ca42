import { makeStyles, tokens } from '@fluentui/react-components';

/** Facts stand one below the other in the panel, and in columns where it is as wide as the page. */
export const useFactStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    '@media (max-width: 1439px)': {
      gridTemplateColumns: 'repeat(auto-fill, minmax(176px, 1fr))',
      columnGap: tokens.spacingHorizontalL,
    },
  },
  fact: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignContent: 'start',
    '@media (max-width: 1439px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});
