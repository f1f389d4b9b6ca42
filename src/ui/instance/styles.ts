import { makeStyles, tokens } from '@fluentui/react-components';
import { NO_FACTS_BESIDE, UNSEEN } from '#src/ui/styles.ts';

/** What several parts of the page look like. */
export const usePartStyles = makeStyles({
  /** From the page's edge to where its text starts. */
  inset: {
    paddingInline: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
  /** A sign and its words, in one line. */
  sign: {
    display: 'inline-flex',
    verticalAlign: 'top',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  /** High enough to be hit, in a line that is lower. */
  flat: { marginBlock: '-2px' },
  whole: { whiteSpace: 'nowrap' },
  end: { marginInlineStart: 'auto' },
  second: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  /** Read out, and seen where there are no heads above it. */
  whenNarrow: { '@media (min-width: 640px)': { display: 'none' } },
  unseen: UNSEEN,
  list: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
});

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
