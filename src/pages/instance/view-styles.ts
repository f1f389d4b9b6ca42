import { makeStyles, tokens } from '@fluentui/react-components';
import { NO_FACTS_BESIDE } from '#src/ui/room.ts';

/** How the page of a protected thing is laid out, machine or disk. */
export const useViewStyles = makeStyles({
  // The panel comes first for who reads on, and stands at the right for who sees.
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    gridTemplateAreas: '"main facts"',
    flex: '1 0 auto',
    [NO_FACTS_BESIDE]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"facts" "main"',
      flex: '0 0 auto',
    },
    // On a phone the points come first: they are what one opens the page for.
    '@media (max-width: 639px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"main" "facts"',
      flex: '0 0 auto',
    },
  },
  facts: { gridArea: 'facts', display: 'grid' },
  main: {
    gridArea: 'main',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    paddingBlock: tokens.spacingVerticalL,
    minWidth: 0,
  },
});
