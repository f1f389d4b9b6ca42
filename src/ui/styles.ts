import { type GriffelStyle, makeStyles, tokens } from '@fluentui/react-components';

/**
 * The widths at which a page changes, by the room that the page itself has (the container `page` of the
 * shell): navigation and simulation panel take theirs first. Screens under 640 pixels, where nothing is
 * beside a page, have rules of their own; if those set the same property, a rule for wider pages uses the
 * second container name, which exists only on wider screens, since the order of such rules isn't certain.
 */

/** No panel beside the main part: less than a screen of 1024 leaves beside the rail. */
export const NO_PANEL_BESIDE = '@container page (max-width: 975px)';

/** No two parts side by side: less than a screen of 1280 leaves beside the open navigation. */
export const TIGHT = '@container page (max-width: 1059px)';

/** The same where the screen is not a narrow one, which has a layout of its own. */
export const TIGHT_ONLY = '@container wide-page (max-width: 1059px)';

/** No facts beside a strip of points: less than a screen of 1440 leaves beside the open navigation. */
export const NO_FACTS_BESIDE = '@container wide-page (max-width: 1219px)';

/** No remarks beside the fields of the wizard, with the plan drawn beside: less than a screen of 1440 leaves. */
export const NO_REMARK_BESIDE = '@container wide-page (max-width: 1375px)';

/** No remarks beside the fields of a form that a picture leaves little room (the container `form` of a step). */
export const NARROW_FORM = '@container form (max-width: 619px)';

/** So low that bars and heads would leave a step no height to scroll in. */
export const SHORT = '@media (max-height: 559px)';

/** The style of text for screen readers alone. */
export const UNSEEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

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
    marginInlineStart: '172px',
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
  unseen: UNSEEN,
  /** A link that is not as high as a line: high and wide enough to be hit, whatever the size of its words. */
  target: { display: 'inline-block', paddingBlock: 'calc((24px - 1lh) / 2)', minWidth: '24px' },
});

/** What several parts of the page of an instance, and of pages like it, look like. */
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

/** The style of a panel beside the main part of a page, `width` wide; below it where there is no room. */
export const sidePanel = (width: string, noRoom: string): GriffelStyle => ({
  width,
  flexShrink: 0,
  boxSizing: 'border-box',
  backgroundColor: tokens.colorNeutralBackground2,
  borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
  [noRoom]: {
    width: '100%',
    borderLeft: 'none',
    // Only forced colors draw this edge, where the tint is gone.
    borderTop: `1px solid ${tokens.colorTransparentStroke}`,
  },
});
