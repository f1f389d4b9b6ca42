import { makeStyles, tokens } from '@fluentui/react-components';
import { UNSEEN } from '#src/ui/styles.ts';

/** Height of a row, which has one line, and of the heads, in pixels. */
export const ROW_PX = 36;
export const HEAD_PX = 36;
/** Height that a narrow item is taken to have until it is measured. */
export const ITEM_PX = 64;

/** Left and right of what a row says, in pixels, all in all; a scroll bar may take a part. */
export const ROW_PADDING_PX = 64;
/** Room for the mark that tells whether a row is chosen, beyond that. */
export const MARK_PX = 28;

export const useGridStyles = makeStyles({
  scroller: {
    flex: '1 1 auto',
    minHeight: '240px',
    overflow: 'auto',
    overflowAnchor: 'none',
    // What takes the focus is not to be under the heads, also where letters and lines are set wider apart.
    scrollPaddingBlockStart: `${String(HEAD_PX + 12)}px`,
    fontVariantNumeric: 'tabular-nums',
    paddingInline: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': {
      maxHeight: '75dvh',
      scrollPaddingBlockStart: 0,
      paddingInline: tokens.spacingHorizontalL,
    },
  },
  unseen: UNSEEN,
  /** What every row says, above the heads. */
  same: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  headGroup: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 639px)': { position: 'static' },
  },
  headRow: {
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    // Two lines fit; where a person sets letters and lines wider apart there may be three.
    minHeight: `${HEAD_PX}px`,
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // Above items of a few lines the heads are what one sorts by.
    '@media (max-width: 639px)': { display: 'flex', flexWrap: 'wrap', minHeight: 0 },
  },
  // Narrow items of a list below another are for a glance, and stay in one order.
  lowHeads: { minHeight: '26px', '@media (max-width: 639px)': UNSEEN },
  unsorted: { '@media (max-width: 639px)': UNSEEN },
  head: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase200,
    // A longer word is cut, and read out whole.
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: '24px',
    minHeight: '24px',
    padding: '2px 0',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    font: 'inherit',
    textAlign: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  body: { position: 'relative' },
  row: {
    position: 'absolute',
    top: 0,
    insetInline: 0,
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  // A row that is read: one press anywhere chooses or opens it.
  pressed: {
    // The link's own color falls below 4.5 to 1 on a hovered row in the dark theme.
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    '&:hover a, &:hover .fui-Link': { color: tokens.colorBrandForegroundLinkHover },
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    paddingBlock: tokens.spacingVerticalS,
  },
  lowItem: { columnGap: tokens.spacingHorizontalSNudge, paddingBlock: '2px', paddingInline: 0 },
  // Room for the mark that tells whether a row is chosen.
  withMark: { paddingInlineStart: '36px' },
  mark: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalS,
    top: 0,
    height: `${ROW_PX}px`,
    display: 'inline-flex',
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
  },
  markChosen: { color: tokens.colorBrandForeground1 },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
      ':hover': { backgroundColor: 'Highlight' },
      // Else links and second lines would keep the colors of the theme; a button has its own ground.
      '& *:not(.fui-Button, .fui-Button *)': { color: 'HighlightText' },
      '& .fui-Button': { forcedColorAdjust: 'auto' },
    },
  },
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  // A row has one line.
  wideCell: {
    maxHeight: '100%',
    whiteSpace: 'nowrap',
    // A link is higher than its line, and is not cut.
    paddingBlock: '2px',
    '--white-space-of-lines': 'nowrap',
  },
  tight: { paddingBlock: 0 },
  number: { textAlign: 'end' },
  name: { flex: '1 1 60%', order: 0, overflowWrap: 'anywhere', paddingBlock: '2px' },
  end: { order: 1, maxWidth: '40%' },
  line: {
    order: 2,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    '&:empty': { display: 'none' },
  },
  blank: {
    display: 'block',
    height: '12px',
    width: '70%',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
});
