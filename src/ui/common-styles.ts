import { makeStyles, tokens } from '@fluentui/react-components';

/** The look that blocks of words and controls share. */
export const useCommonStyles = makeStyles({
  /** One below the other, each as wide as its content. */
  column: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
  /** Closer together than in a column; given after it. */
  close: { gap: tokens.spacingVerticalXS },
  /** Where the control of a form row starts, below which it is placed. */
  belowControl: {
    marginInlineStart: '192px',
    '@media (max-width: 639px)': { marginInlineStart: 0 },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  second: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  plainList: { listStyleType: 'none', margin: 0, padding: 0 },
  /** Breaks long names and ids. */
  anywhere: { overflowWrap: 'anywhere' },
  /** There only to be noticed when something else has come. */
  contents: { display: 'contents' },
  /** Takes the room that is left. */
  grow: { flex: '1 1 auto' },
  bullets: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});
