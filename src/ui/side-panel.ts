import { type GriffelStyle, tokens } from '@fluentui/react-components';

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
