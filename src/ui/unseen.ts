import { makeStyles } from '@fluentui/react-components';

/** The look of what screen readers alone are told. */
export const UNSEEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

export const useUnseenStyles = makeStyles({ unseen: UNSEEN });
