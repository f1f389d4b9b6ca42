import { makeStyles } from '@fluentui/react-components';

/** The style of text for screen readers alone. */
export const UNSEEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

export const useUnseenStyles = makeStyles({ unseen: UNSEEN });
